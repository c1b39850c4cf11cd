/** The outbox for mail, and its delivery. */
package io.tradeflow.notification;
