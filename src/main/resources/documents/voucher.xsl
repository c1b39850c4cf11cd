<?xml version="1.0" encoding="UTF-8"?>
<!-- Receipt voucher with the particulars of CGST rule 50, and refund voucher with those of rule 51. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Date of voucher" strong="yes"><xsl:apply-templates select="issuedOn" mode="date"/></fact>
        <fact label="Receipt voucher" strong="yes"><xsl:value-of select="receiptVoucherNumber"/></fact>
        <fact label="Date of receipt voucher"><xsl:if test="receiptVoucherOn"><xsl:apply-templates select="receiptVoucherOn" mode="date"/></xsl:if></fact>
        <fact label="Place of supply"><xsl:if test="supply"><xsl:value-of select="supply/placeOfSupplyName"/> (<xsl:value-of select="supply/placeOfSupplyCode"/>)</xsl:if></fact>
        <fact label="Supply"><xsl:value-of select="supply/nature"/></fact>
        <fact label="Reverse charge">No</fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="{concat(substring('Received on', 1, 11 * not(receiptVoucherNumber)), substring('Paid back on', 1, 12 * boolean(receiptVoucherNumber)))}"><xsl:apply-templates select="movedOn" mode="date"/></fact>
        <fact label="By"><xsl:value-of select="mode"/></fact>
        <fact label="Bank reference"><xsl:value-of select="bankReference"/></fact>
        <fact label="Receipt"><xsl:value-of select="receiptNumber"/></fact>
      </xsl:with-param>
    </xsl:call-template>
    <fo:block space-after="8pt">
      <fo:block xsl:use-attribute-sets="heading">
        <xsl:choose><xsl:when test="receiptVoucherNumber">Paid back to</xsl:when><xsl:otherwise>Received from</xsl:otherwise></xsl:choose>
      </fo:block>
      <xsl:apply-templates select="billTo"/>
    </fo:block>
    <xsl:if test="refundReason">
      <fo:block space-after="8pt">
        <fo:block xsl:use-attribute-sets="heading">Why it is paid back</fo:block>
        <fo:block><xsl:value-of select="refundReason"/>. No tax invoice was issued against this amount.</fo:block>
      </fo:block>
    </xsl:if>
    <xsl:apply-templates select="goods"/>
    <fo:table xsl:use-attribute-sets="table" space-before="8pt">
      <fo:table-column column-width="112mm"/><fo:table-column column-width="72mm"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="14pt">
            <xsl:apply-templates select="amountInWords"/>
            <fo:block space-before="6pt" font-size="7.5pt" line-height="10pt" color="{$muted}"><xsl:value-of select="taxReason"/></fo:block>
          </fo:table-cell>
          <fo:table-cell>
            <fo:table xsl:use-attribute-sets="table">
              <fo:table-column column-width="30mm"/><fo:table-column column-width="42mm"/>
              <fo:table-body>
                <xsl:call-template name="total-row">
                  <xsl:with-param name="label"><xsl:choose><xsl:when test="receiptVoucherNumber">Paid back</xsl:when><xsl:otherwise>Advance received</xsl:otherwise></xsl:choose></xsl:with-param>
                  <xsl:with-param name="amount" select="amount"/>
                </xsl:call-template>
                <xsl:call-template name="total-row">
                  <xsl:with-param name="label">Tax (rate 0%)</xsl:with-param>
                  <xsl:with-param name="amount" select="tax"/>
                </xsl:call-template>
                <fo:table-row>
                  <fo:table-cell padding="4pt 6pt" background-color="{$tint}"><fo:block font-weight="bold" color="{$accent}">Total</fo:block></fo:table-cell>
                  <fo:table-cell padding="4pt 6pt" background-color="{$tint}" text-align="end"><fo:block font-weight="bold" color="{$accent}"><xsl:value-of select="$symbol"/>&#xA0;<xsl:apply-templates select="amount" mode="amount"/></fo:block></fo:table-cell>
                </fo:table-row>
              </fo:table-body>
            </fo:table>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <fo:block keep-together.within-page="always" space-before="6pt">
      <fo:table xsl:use-attribute-sets="table">
        <fo:table-column column-width="100mm"/><fo:table-column column-width="84mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell><fo:block/></fo:table-cell>
            <fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Authorised signatory, for <xsl:value-of select="seller/legalName"/></xsl:with-param></xsl:call-template></fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template match="goods">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="10mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="24mm"/><fo:table-column column-width="30mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Goods the advance is for</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="description"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="hsn"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="quantity" mode="quantity"/>&#xA0;<xsl:value-of select="unit"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
