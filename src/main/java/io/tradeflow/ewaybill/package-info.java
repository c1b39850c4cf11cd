/** E-way bills: what goods on the road must carry (CGST rule 138). */
package io.tradeflow.ewaybill;
