/** Addresses of what scripts load by themselves, with this build's digests; web/assets.mjs puts them in. */
declare const PUTRIGHT_ASSETS: {
  readonly core_wasm: string;
  readonly portal_css: string;
  readonly portal_js: string;
  readonly sending_js: string;
  readonly verify_js: string;
  readonly workbench_wasm: string;
};
