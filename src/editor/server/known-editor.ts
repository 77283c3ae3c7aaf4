import { execFileSync } from 'node:child_process';
import type { Editor } from '../core/contract/drafts.ts';

/** Who works on this computer, as Git knows them; nothing where there is no Git, or it does not know. */
export function knownEditor(): Partial<Editor> {
	const [name, email] = ['user.name', 'user.email'].map(settingOf);
	return { ...(name && { name }), ...(email && { email }) };
}

function settingOf(name: string): string | undefined {
	try {
		const options = { encoding: 'utf8' } as const;
		return execFileSync('git', ['config', '--get', name], options).trim();
	} catch {
		// the screen asks
		return undefined;
	}
}
