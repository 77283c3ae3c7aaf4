/** Made by Kit, which describes its type nowhere. */
declare module '*/generated/root.svelte' {
	const root: unknown;
	export default root;
}
