/** A moment as Discord shows it to each who reads it, in their own time zone and language. */
export function moment(at: Date, style: 'f' | 'R' = 'f'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}

/** A person as Discord shows them, which notifies nobody from within an embed; what is no id, as it is. */
export function person(by: string): string {
  return isId(by) ? `<@${by}>` : by;
}

/** Whether this is Discord's id of a person, and not the name of some part of the program. */
export function isId(by: string): boolean {
  return /^\d+$/.test(by);
}
