import { escapeMarkup } from './escape-markup.ts';

/** Characters that XML 1.0 cannot express, not even escaped: one of them makes a feed unreadable. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Escapes text for an element or a quoted attribute of an XML document. */
export const escapeXml = (text: string): string => escapeMarkup(text.replace(NOT_IN_XML, ''));
