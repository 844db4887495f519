/** A back-up that cannot be made or restored, in words for whoever asked for it. It never holds what the back-up says. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
  }
}
