/**
 * The class that ties a component to its styles. Svelte's default is twice as long, and stands in every
 * page and in the script.
 */
export const cssHash = ({ hash, css }: { hash: (text: string) => string; css: string }): string =>
	`s${hash(css).slice(0, 4)}`;
