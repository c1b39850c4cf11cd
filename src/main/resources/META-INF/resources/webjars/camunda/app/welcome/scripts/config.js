/* Scripts are named relative to this web app. */
export default {
  app: {
    name: 'Welcome',
    vendor: 'Tradeflow',
  },
  disableWelcomeMessage: true,
  customScripts: ['../tradeflow/sign-out-1'],
};
