export { default } from '/assets/engine-sign-out.js';
