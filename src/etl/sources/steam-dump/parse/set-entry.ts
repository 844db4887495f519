/** Does `record[key] = value`, but treats `__proto__` as a key like any other. The last of equal keys wins. */
export function setEntry(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    record[key] = value;
  }
}
