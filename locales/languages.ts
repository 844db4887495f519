/** The languages that there are, each by the name of its folder. A language is added here, and nowhere else. */
export { en } from './en/language.ts';
export { es } from './es/language.ts';
