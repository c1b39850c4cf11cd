<<<<<<< HEAD
/* Scripts are named relative to this web app. */
export default {
  app: {
    name: 'Welcome',
    vendor: 'Tradeflow',
  },
  disableWelcomeMessage: true,
  customScripts: ['../tradeflow/sign-out-1'],
=======
export default {
  app: { name: 'Tradeflow', vendor: 'Tradeflow' },
  customScripts: ['scripts/sign-out'],
>>>>>>> access
};
