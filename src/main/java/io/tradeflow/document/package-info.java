/** Freezes what documents print, renders it with FOP, keeps both. */
package io.tradeflow.document;
