/* Cockpit of Tradeflow. Scripts are named relative to this web app. */
export default {
  app: {
    name: 'Operations',
    vendor: 'Tradeflow',
  },
  disableWelcomeMessage: true,
  customScripts: ['../tradeflow/sign-out-1', '../tradeflow/deal-1'],
};
