/** A back-up cannot be made or restored. The message tells the operator why, and never quotes the back-up. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
  }
}
