import type { Plugin } from 'vite';

const APP = /\/client-optimized\/app\.js$/;
/** Svelte does not say that its custom elements, which nobody uses here, can be left out. */
const PURE =
	/\/svelte\/src\/(internal\/client\/dom\/elements\/custom-element|legacy\/legacy-client)\.js$/;
const DYNAMIC = /\bimport\((['"][^'"]+['"])\)/g;

/**
 * Makes the dynamic imports of Kit's generated client app static. With one bundle nothing is loaded
 * later anyway, but the bundler wraps every module that is reached by `import()` in a function of its
 * own, and then cannot drop what nobody uses. The phone downloads less; see ADR 0012.
 */
export function oneBundle(): Plugin {
	return {
		name: 'handrail-one-bundle',
		apply: 'build',
		transform(code, id) {
			const path = id.replaceAll('\\', '/');
			if (PURE.test(path)) return { code, map: null, moduleSideEffects: false };
			if (!APP.test(path)) return;
			const imports: string[] = [];
			const changed = code.replaceAll(DYNAMIC, (_match, from: string) => {
				const name = `page${imports.length}`;
				imports.push(`import * as ${name} from ${from};`);
				return `Promise.resolve(${name})`;
			});
			return { code: `${imports.join('\n')}\n${changed}`, map: null };
		}
	};
}
