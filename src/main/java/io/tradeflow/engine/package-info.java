/** The process engine: configuration, deployment of models, messages, staff users, groups, filters and tasks. The only room besides the {@code process} packages that knows Camunda. */
package io.tradeflow.engine;
