import * as v from 'valibot';

/** The file beside a build of the app that says where on its host the build is to be served. */
export const BUILT_FOR = 'built-for.json';

const BuiltFor = v.object({ basePath: v.pipe(v.string(), v.regex(/^(\/[\w.-]+)*$/)) });

/** `/handrail`, or nothing for a whole host. `undefined` if another release wrote the file, or it is cut. */
export function parseBuiltFor(text: string): string | undefined {
	try {
		return v.parse(BuiltFor, JSON.parse(text)).basePath;
	} catch {
		return undefined;
	}
}
