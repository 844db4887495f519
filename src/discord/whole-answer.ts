import { DefaultRestOptions, type RESTOptions } from '@discordjs/rest';
import { NoAnswerError } from './api-failure.ts';

/**
 * Sends one request and reads its whole answer; to be given to @discordjs/rest as `makeRequest`. By itself, that package
 * reads the body outside of its retries and time limit, and takes a proxy's web page for a success.
 *
 * @throws NoAnswerError where the connection fails or ends early, or where the answer is none of Discord's
 */
export const wholeAnswer: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    const answer = await DefaultRestOptions.makeRequest(url, init);
    const { status, headers } = answer;
    const text = await answer.text();
    if (!isDiscords(status, headers.get('content-type') ?? '', text)) {
      throw new NoAnswerError(`An answer with status ${status} is none of Discord's.`);
    }
    return new Response(text === '' ? null : text, { status, headers: [...headers] });
  } catch (error) {
    if (error instanceof NoAnswerError) throw error;
    throw new NoAnswerError('Discord gave no answer.', error);
  }
};

/** Whether an answer can come from Discord. A limit or a failure counts by its status alone, whatever stands in it. */
function isDiscords(status: number, contentType: string, text: string): boolean {
  if (status === 204 || status === 429 || status >= 500) return true;
  if (!contentType.startsWith('application/json')) return false;
  const body: unknown = JSON.parse(text);
  return typeof body === 'object' && body !== null;
}
