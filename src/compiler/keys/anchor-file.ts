import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { WebUrl } from '#lib/edition/vocabulary.ts';
import { toBytes, toText } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { Refusal } from '../base/refusal.ts';
import type { SignedRoot } from './roots.ts';

/** What an app trusts before it has heard of anything. */
export const Anchor = v.strictObject({
	/** A whole signed root file, as it is: every other form would be a longer download. */
	root: v.pipe(v.string(), v.startsWith('{')),
	/** The lowest edition that this build of the app accepts. */
	floor: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	isDemo: v.boolean(),
	/** Other hosts of the same folder: phones ask them when the app's own fails. */
	mirrors: v.exactOptional(v.array(v.pipe(WebUrl, v.startsWith('https://'), v.endsWith('/'))))
});
export type Anchor = v.InferOutput<typeof Anchor>;

/** A publisher commits its anchor here; it wins over the demo root of the clone. */
export const COMMITTED = 'anchor.json';

export function readCommittedAnchor(content: string): Anchor | undefined {
	const path = join(content, COMMITTED);
	if (!existsSync(path)) return undefined;
	try {
		return v.parse(Anchor, JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		// anything but a whole anchor would build an app that trusts nobody, or the wrong one
		throw new Refusal(
			`${path} is not an anchor. Take the one that \`npm run keys -- create\` made.`
		);
	}
}

/** A build of the app keeps its anchor beside it, in the form of the committed one: `build/anchor.json`. */
export function readBuiltAnchor(app: string): Anchor {
	const parsed = readAnchorFile(join(app, COMMITTED));
	if (parsed) return parsed;
	throw new Refusal(`${app} does not say which anchor its app trusts. Build it: npx vite build`);
}

/**
 * What the next build of this clone trusts: the committed anchor, else the one that `prepare` or a
 * build wrote into the app's module.
 */
export function readOwnAnchor(content: string, anchorModule: string): Anchor {
	const written = (): Anchor | undefined =>
		readAnchorFile(anchorModule, (text) => /= (\{.*\});$/m.exec(text)?.[1] ?? '');
	const anchor = readCommittedAnchor(content) ?? written();
	if (anchor) return anchor;
	throw new Refusal('This clone has no anchor, so nothing can be verified. Run: npm run prepare');
}

/** The anchor in a file: of JSON, or of what `jsonOf` finds in its text. `undefined` if there is none. */
export function readAnchorFile(
	path: string,
	jsonOf = (text: string): string => text
): Anchor | undefined {
	if (!existsSync(path)) return undefined;
	try {
		return v.parse(Anchor, JSON.parse(jsonOf(readFileSync(path, 'utf8'))));
	} catch {
		// of another release, or half: as good as none, and whoever asked says what to do
		return undefined;
	}
}

export const anchorOf = ({ file }: SignedRoot, isDemo: boolean): Anchor => {
	return { root: toText(file), floor: 1, isDemo };
};

/** Whether a chain of roots leads on from the anchor: else no app of this build could follow it. */
export function isInChain(anchor: Anchor, roots: readonly SignedRoot[]): boolean {
	const payload = payloadOf(toBytes(anchor.root));
	return roots.some(({ file }) => payloadOf(file) === payload);
}

/** What is signed in a root file: signatures differ from one signing to the next. */
export function payloadOf(file: SignedRoot['file']): string | undefined {
	const envelope = parseEnvelope(file);
	return envelope.ok ? toText(envelope.value.payload) : undefined;
}

/** Writes the module that the app imports. Untouched if it is the same: a dev server watches it. */
export function writeAnchorModule(path: string, anchor: Anchor): void {
	const type = '{ root: string; floor: number; isDemo: boolean; mirrors?: string[] }';
	const text = `// Written by \`npm run keys\`. Not edited, not committed.
export const anchor: ${type} = ${JSON.stringify(anchor)};
`;
	if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
