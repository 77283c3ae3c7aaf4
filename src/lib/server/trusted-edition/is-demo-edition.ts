import { readUnverifiedEdition } from './read-unverified-edition.ts';

/**
 * Whether the edition in a folder says that it is signed with demo keys. Nothing of it is verified: this is
 * asked to refuse it. One that cannot be read says nothing.
 */
export function isDemoEdition(publishedDir: string): boolean {
	try {
		return readUnverifiedEdition(publishedDir).publisher.isDemo;
	} catch {
		// warnIfRefused says what is wrong with the folder
		return false;
	}
}
