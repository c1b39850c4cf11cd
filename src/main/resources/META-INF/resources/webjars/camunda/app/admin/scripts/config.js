/* Scripts are named relative to this web app. */
export default {
  app: {
    name: 'Administration',
    vendor: 'Tradeflow',
  },
  disableWelcomeMessage: true,
  customScripts: ['../tradeflow/sign-out-1'],
};
