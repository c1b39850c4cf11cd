/** Inquiries and the deals they open: stage and timeline. */
package io.tradeflow.inquiry;
