/** An editor's work is shown by the browser alone. */
export const ssr = false;
export const trailingSlash = 'ignore';
