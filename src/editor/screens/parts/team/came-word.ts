import type { Came } from '../../state/entrance.ts';
import type { Word } from '../../words/say.ts';

const WORDS: Readonly<Record<Exclude<Came, 'in'>, Word>> = {
	wrong: 'came_wrong',
	'used-link': 'came_used_link',
	'name-taken': 'came_name_taken',
	'too-many': 'came_too_many',
	passkey: 'came_passkey',
	failed: 'came_failed'
};

/** Why somebody did not come in. */
export const cameWord = (came: Exclude<Came, 'in'>): Word => WORDS[came];
