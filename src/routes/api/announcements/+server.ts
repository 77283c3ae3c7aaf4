import { listAnnouncements, postAnnouncement } from '#lib/server/api/announcement-actions.ts';
import { methodNotAllowed } from '#lib/server/api/refusals.ts';
import { toRoute } from '#lib/server/requests/to-route.ts';

export const prerender = false;
export const GET = toRoute(listAnnouncements);
export const POST = toRoute(postAnnouncement);
export const fallback = toRoute(methodNotAllowed('POST'));
