import { loadArticle } from '../../load-article.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = (event) => loadArticle('directive', event);
