import type { Plugin } from 'vite';

const APP = /\/client-optimized\/app\.js$/;
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
			if (!APP.test(id.replaceAll('\\', '/'))) return;
			const imports: string[] = [];
			const changed = code.replaceAll(DYNAMIC, (_match, path: string) => {
				const name = `page${imports.length}`;
				imports.push(`import * as ${name} from ${path};`);
				return `Promise.resolve(${name})`;
			});
			return { code: `${imports.join('\n')}\n${changed}`, map: null };
		}
	};
}
