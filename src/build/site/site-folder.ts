/**
 * The folder that a site is built from: its content, `site.json`, `publisher.json`, and the anchor of
 * its keys. `SITE_DIR` names another than this repository's own, so that a publisher keeps all that is
 * theirs elsewhere, and takes new code without merging it.
 */
export const siteFolder = (): string => process.env['SITE_DIR'] ?? 'src/content';
