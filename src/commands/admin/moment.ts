/** A moment as Discord shows it to each who reads it, in their own time zone and language. */
export function moment(at: Date, style: 'f' | 'R' = 'f'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}

/** A person as Discord shows them, which notifies nobody from within an embed; what is no id, as it is. */
export function person(by: string): string {
  return /^\d+$/.test(by) ? `<@${by}>` : by;
}
