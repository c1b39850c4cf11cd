/** The door between the outbox and the engine. */
package io.tradeflow.notification.process;
