/** The one page that the worker answers navigations with: the address then decides what it shows. */
export const ssr = false;
