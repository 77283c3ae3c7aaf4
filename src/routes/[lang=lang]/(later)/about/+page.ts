import { anchorFingerprint } from './anchor-fingerprint.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => ({ anchor: await anchorFingerprint() });
