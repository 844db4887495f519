/** The list of languages, each under the name of its folder. A new language is added here, and nowhere else. */
export { en } from './en/language.ts';
export { es } from './es/language.ts';
