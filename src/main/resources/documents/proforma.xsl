<?xml version="1.0" encoding="UTF-8"?>
<!-- Proforma invoice: what an invoice would say, asked for before there is one. Lines look as those of the tax invoice. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:import href="tax-invoice.xsl"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Proforma invoice</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Proforma invoice</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
      <xsl:with-param name="mark">Not a tax invoice</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="proforma-facts"/>
    <xsl:call-template name="parties"/>
    <xsl:call-template name="endorsement"/>
    <xsl:apply-templates select="lines"/>
    <xsl:call-template name="sums"/>
    <xsl:call-template name="sentences">
      <xsl:with-param name="heading">Terms and conditions</xsl:with-param>
      <xsl:with-param name="items" select="terms/item"/>
      <xsl:with-param name="numbered" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="closing"/>
  </xsl:template>

  <xsl:template name="proforma-facts">
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Date" strong="yes"><xsl:apply-templates select="issuedOn" mode="date"/></fact>
        <fact label="Valid until" strong="yes"><xsl:apply-templates select="validUntil" mode="date"/></fact>
        <fact label="Payment terms"><xsl:value-of select="paymentTerms"/></fact>
        <fact label="Place of supply"><xsl:value-of select="supply/placeOfSupplyName"/> (<xsl:value-of select="supply/placeOfSupplyCode"/>)</fact>
        <fact label="Nature of supply"><xsl:value-of select="supply/nature"/></fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="Buyer’s order date"><xsl:apply-templates select="reference/poDate" mode="date"/></fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
        <fact label="Quotation"><xsl:value-of select="reference/quoteNumber"/></fact>
        <fact label="Inquiry"><xsl:value-of select="reference/dealNumber"/></fact>
        <fact label="Delivery"><xsl:value-of select="deliveryTerms"/></fact>
        <fact label="Currency"><xsl:if test="$currency != 'INR'"><xsl:value-of select="$currency"/></xsl:if></fact>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="sums">
    <fo:table xsl:use-attribute-sets="table" space-before="8pt" space-after="8pt">
      <fo:table-column column-width="112mm"/>
      <fo:table-column column-width="72mm"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="14pt">
            <xsl:apply-templates select="amountInWords"/>
            <fo:block xsl:use-attribute-sets="heading" space-before="6pt">To be paid now</fo:block>
            <fo:block>
              <fo:inline font-weight="bold">
                <xsl:value-of select="$symbol"/><xsl:text>&#xA0;</xsl:text>
                <xsl:choose>
                  <xsl:when test="advance"><xsl:apply-templates select="advance" mode="amount"/></xsl:when>
                  <xsl:otherwise><xsl:apply-templates select="totals/grandTotal" mode="amount"/></xsl:otherwise>
                </xsl:choose>
              </fo:inline>
              <xsl:choose>
                <xsl:when test="advance"> as advance<xsl:if test="number(advancePercent) &gt; 0">, <xsl:value-of select="advancePercent"/>% of the total</xsl:if>. Please quote <xsl:value-of select="number"/> with your payment.</xsl:when>
                <xsl:otherwise> in full, if you pay before the goods leave. Please quote <xsl:value-of select="number"/> with your payment.</xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </fo:table-cell>
          <fo:table-cell><xsl:apply-templates select="totals"><xsl:with-param name="payable">Total</xsl:with-param></xsl:apply-templates></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="closing">
    <fo:block keep-together.within-page="always">
      <fo:block background-color="{$tint}" padding="5pt 7pt" start-indent="7pt" end-indent="7pt" space-before="8pt" space-after="8pt">
        <fo:inline font-weight="bold">Proforma invoice – not a tax invoice.</fo:inline>
        <xsl:text> No input tax credit can be taken on it. Tax is shown as it would be; what is due is on the tax invoice, which comes with the goods.</xsl:text>
      </fo:block>
      <fo:table xsl:use-attribute-sets="table" border-top="{$strong-rule}">
        <fo:table-column column-width="112mm"/>
        <fo:table-column column-width="72mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell padding="6pt 14pt 0pt 0pt">
              <fo:block/>
              <xsl:call-template name="ways-to-pay"/>
            </fo:table-cell>
            <fo:table-cell padding-top="6pt" text-align="end">
              <fo:block>For <fo:inline font-weight="bold"><xsl:value-of select="seller/legalName"/></fo:inline></fo:block>
              <fo:block space-before="15mm" border-top="{$rule}" padding-top="2pt" color="{$muted}">Authorised signatory</fo:block>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
