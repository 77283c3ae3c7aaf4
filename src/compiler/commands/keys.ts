import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnchor } from '#lib/trust/anchor.ts';
import { fingerprint } from '#lib/trust/signed/fingerprint.ts';
import type { RootRole } from '#lib/trust/signed/root.ts';
import { demoKeysFolder } from '../../build/site/site-folder.ts';
import type { Io } from '../base/io.ts';
import {
	anchorOf,
	COMMITTED,
	readCommittedAnchor,
	writeAnchorModule
} from '../keys/anchor-file.ts';
import { copyRole } from '../keys/copy-role.ts';
import { ensureDemoKeys, isDemoFolder } from '../keys/demo-keys.ts';
import { hasKey, type KeyFolder } from '../keys/key-files.ts';
import { makeKeySet } from '../keys/make-keys.ts';
import { renewRoot, rotateKey } from '../keys/next-root.ts';
import { newest, readRoots, type SignedRoot } from '../keys/roots.ts';
import { didYouMean } from '../base/nearest.ts';
import { Refusal } from '../base/refusal.ts';
import { UsageError } from '../base/usage-error.ts';

export interface KeysOptions {
	readonly action: string | undefined;
	readonly folder: string | undefined;
	/** Where keys are copied to. */
	readonly to?: string | undefined;
	readonly content: string;
	readonly role: string | undefined;
	/** The key to be replaced, by its id. */
	readonly replace: string | undefined;
	readonly anchorModule: string;
}

type Action = (options: KeysOptions, io: Io) => Promise<void>;

const ACTIONS: Readonly<Record<string, Action>> = { demo, create, copy, list, rotate, renew };
export const KEY_ACTIONS = Object.keys(ACTIONS);

/** Makes, lists and replaces keys. No action prints a secret. */
export async function keys(options: KeysOptions, io: Io): Promise<number> {
	const { action = '' } = options;
	const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
	if (!run) {
		const use = `Use one of: ${KEY_ACTIONS.join(', ')}.`;
		throw new UsageError(
			`"${action}" is nothing that keys can do. ${didYouMean(action, KEY_ACTIONS)}${use}`
		);
	}
	await run(options, io);
	return 0;
}

/** For `prepare`: keys for a fresh clone, and the anchor that the app is built with. */
async function demo({ folder = demoKeysFolder(), content, anchorModule }: KeysOptions, io: Io) {
	await ensureDemoKeys(folder, io.now());
	const committed = readCommittedAnchor(content);
	const [first] = await readRoots(folder);
	if (committed) writeAnchorModule(anchorModule, committed);
	else if (first) writeAnchorModule(anchorModule, anchorOf(first, isDemoFolder(folder)));
}

/** What a person can remember and a machine cannot guess. */
const LEAST_PASSPHRASE = 12;

async function create({ folder, content }: KeysOptions, io: Io) {
	if (folder === undefined) throw new UsageError('--to is missing: the folder for the new keys.');
	if (existsSync(folder)) throw new Refusal(`${folder} is there already. Name a new folder.`);
	const passphrase = await newPassphrase(io);
	const root = await makeKeySet(folder, passphrase, io.now());
	const anchor = join(folder, 'anchor.json');
	writeFileSync(anchor, `${JSON.stringify(anchorOf(root, false), null, '\t')}\n`);
	io.print(
		`Keys and root 1 are in ${folder}. Commit a copy of ${anchor} as ${join(content, COMMITTED)}.`
	);
	io.print(await fingerprintLine(root));
	io.print('Keep the root keys apart, offline, and the edition key off the server.');
}

async function newPassphrase(io: Io): Promise<string> {
	const passphrase = await io.newPassphrase();
	if (passphrase.length >= LEAST_PASSPHRASE) return passphrase;
	throw new Refusal(`The passphrase needs ${String(LEAST_PASSPHRASE)} characters or more.`);
}

async function copy(options: KeysOptions, io: Io) {
	const { to, role: name } = options;
	const role = roleOf(name);
	if (to === undefined) throw new UsageError('--to is missing: the folder for the copy.');
	if (options.folder === to) throw new UsageError('--keys is missing: the folder to copy from.');
	if (existsSync(to)) throw new Refusal(`${to} is there already. Name a new folder.`);
	const opened = keyFolder(options, io);
	if (opened.isDemo) {
		throw new Refusal(
			`${opened.folder} holds demo keys, which prove nothing: use them as they are.`
		);
	}
	const keyIds = await copyRole(opened, role, to, () => newPassphrase(io));
	io.print(`${to} holds the ${role} key ${keyIds.join(', ')} and the roots, and nothing else.`);
}

async function list({ folder = demoKeysFolder() }: KeysOptions, io: Io) {
	const roots = await readRoots(folder);
	const { root } = newest(roots, folder);
	const demoNote = isDemoFolder(folder) ? ' (demo keys: they prove nothing)' : '';
	io.print(`Root ${String(root.version)} in ${folder}${demoNote}, until ${root.expires}`);
	for (const role of ROLES) {
		const { keyIds, threshold } = root.roles[role];
		for (const keyId of keyIds) {
			const place = hasKey(folder, role, keyId) ? 'here' : 'not here';
			io.print(`${role.padEnd(8)} ${keyId} ${place} (${String(threshold)} must sign)`);
		}
	}
	// of all of them: an app shows that of the root which it was built with
	for (const signed of roots) io.print(await fingerprintLine(signed));
}

/** The digits that About shows, too: what a publisher tells people by another way. */
async function fingerprintLine({ root, file }: SignedRoot): Promise<string> {
	const { sha256 } = await readAnchor(anchorOf({ root, file }, false));
	return `Fingerprint of root ${String(root.version)}: ${fingerprint(sha256).join(' ')}`;
}

const ROLES: readonly RootRole[] = ['root', 'head', 'edition', 'approver'];

function roleOf(name: string | undefined): RootRole {
	const role = ROLES.find((it) => it === name);
	if (!role) throw new UsageError(`--role must be one of: ${ROLES.join(', ')}.`);
	return role;
}

async function rotate(options: KeysOptions, io: Io) {
	const role = roleOf(options.role);
	const opened = keyFolder(options, io);
	announce(await rotateKey(opened, role, options.replace, io.now()), opened, io);
}

async function renew(options: KeysOptions, io: Io) {
	const opened = keyFolder(options, io);
	announce(await renewRoot(opened, io.now()), opened, io);
}

const keyFolder = ({ folder = demoKeysFolder() }: KeysOptions, { passphrase }: Io): KeyFolder => {
	return { folder, isDemo: isDemoFolder(folder), passphrase };
};

function announce({ root }: SignedRoot, { folder }: KeyFolder, io: Io): void {
	io.print(`Root ${String(root.version)} is in ${folder}/trust, until ${root.expires}.`);
	io.print('Build and publish: phones take it with the next head.');
}
