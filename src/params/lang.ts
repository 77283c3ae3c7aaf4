export { isLanguage as match } from '#lib/messages/languages.ts';
