<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotation: one revision, as the buyer gets it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <!-- List price and discount are shown where any line has a discount. -->
  <xsl:variable name="discounted" select="boolean(/document/lines/item[number(discountPercent) &gt; 0])"/>
  <xsl:variable name="revised" select="concat(/document/number, ' · Revision ', /document/revision)"/>
  <xsl:variable name="columns" select="7 + 2 * $discounted"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Quotation</xsl:with-param>
      <xsl:with-param name="number" select="$revised"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Quotation</xsl:with-param>
      <xsl:with-param name="number" select="$revised"/>
    </xsl:call-template>
    <xsl:call-template name="quote-facts"/>
    <xsl:call-template name="parties"><xsl:with-param name="bill-to-label">Quoted to</xsl:with-param></xsl:call-template>
    <xsl:call-template name="endorsement"/>
    <xsl:apply-templates select="lines"/>
    <xsl:call-template name="sums"/>
    <xsl:apply-templates select="choices"/>
    <xsl:call-template name="sentences">
      <xsl:with-param name="heading">Notes</xsl:with-param>
      <xsl:with-param name="items" select="notes/item"/>
    </xsl:call-template>
    <xsl:call-template name="sentences">
      <xsl:with-param name="heading">Terms and conditions</xsl:with-param>
      <xsl:with-param name="items" select="terms/item"/>
      <xsl:with-param name="numbered" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="closing"/>
  </xsl:template>

  <xsl:template name="quote-facts">
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Date" strong="yes"><xsl:apply-templates select="quotedOn" mode="date"/></fact>
        <fact label="Valid until" strong="yes"><xsl:apply-templates select="validUntil" mode="date"/></fact>
        <fact label="Your inquiry"><xsl:value-of select="reference/dealNumber"/></fact>
        <fact label="Prepared by"><xsl:value-of select="preparedBy"/></fact>
        <fact label="Payment terms"><xsl:value-of select="paymentTerms"/></fact>
        <fact label="Delivery"><xsl:value-of select="deliveryTerms"/></fact>
        <fact label="Incoterms"><xsl:value-of select="incoterms"/></fact>
        <fact label="Price basis"><xsl:value-of select="priceBasis"/></fact>
        <fact label="Place of supply">
          <xsl:if test="supply"><xsl:value-of select="supply/placeOfSupplyName"/> (<xsl:value-of select="supply/placeOfSupplyCode"/>)</xsl:if>
        </fact>
        <fact label="Currency"><xsl:if test="$currency != 'INR'"><xsl:value-of select="$currency"/></xsl:if></fact>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lines">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="7mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="16mm"/>
      <fo:table-column column-width="21mm"/>
      <xsl:if test="$discounted"><fo:table-column column-width="22mm"/><fo:table-column column-width="12mm"/></xsl:if>
      <fo:table-column column-width="22mm"/>
      <fo:table-column column-width="27mm"/>
      <fo:table-column column-width="11mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Item</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
          <xsl:if test="$discounted">
            <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>List price</fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Disc.</fo:block></fo:table-cell>
          </xsl:if>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Your price</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Amount</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>GST</fo:block></fo:table-cell>
        </fo:table-row>
        <xsl:if test="item/running">
          <!-- of a height of its own: the header is measured on the first page, where nothing is brought forward -->
          <fo:table-row height="12pt">
            <fo:table-cell number-columns-spanned="{$columns}"><fo:block text-align="end" end-indent="11mm" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="brought" retrieve-position-within-table="first-starting" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:if>
      </fo:table-header>
      <xsl:if test="item/running">
        <fo:table-footer>
          <fo:table-row>
            <fo:table-cell number-columns-spanned="{$columns}"><fo:block text-align="end" end-indent="11mm" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="carried" retrieve-position-within-table="last-ending" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
          </fo:table-row>
        </fo:table-footer>
      </xsl:if>
      <fo:table-body>
        <xsl:apply-templates select="item" mode="line"/>
        <fo:table-row>
          <fo:table-cell xsl:use-attribute-sets="sum-cell" number-columns-spanned="{$columns - 2}" text-align="start"><fo:marker marker-class-name="carried"/><fo:block><xsl:choose><xsl:when test="../totals/goods">Goods</xsl:when><xsl:otherwise>Total before tax</xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block>
            <xsl:choose>
              <xsl:when test="../totals/goods"><xsl:apply-templates select="../totals/goods" mode="amount"/></xsl:when>
              <xsl:otherwise><xsl:apply-templates select="../totals/taxableValue" mode="amount"/></xsl:otherwise>
            </xsl:choose>
          </fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block/></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="item" mode="line">
    <fo:table-row keep-together.within-page="always">
      <xsl:if test="position() = last()"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:call-template name="carry-markers"/>
        <fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="goods"/></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="hsn"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure">
        <fo:block><xsl:apply-templates select="quantity" mode="quantity"/></fo:block>
        <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="unit"/></fo:block>
      </fo:table-cell>
      <xsl:if test="$discounted">
        <fo:table-cell xsl:use-attribute-sets="figure"><fo:block color="{$muted}"><xsl:apply-templates select="listPrice" mode="amount"/></fo:block></fo:table-cell>
        <fo:table-cell xsl:use-attribute-sets="figure">
          <fo:block><xsl:if test="number(discountPercent) &gt; 0"><xsl:apply-templates select="discountPercent" mode="percent"/></xsl:if></fo:block>
        </fo:table-cell>
      </xsl:if>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="unitPrice" mode="amount"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="taxableValue" mode="amount"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="taxRate" mode="percent"/></fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- Optional lines and alternatives, which count in no total. -->
  <xsl:template match="choices[item]">
    <fo:block xsl:use-attribute-sets="heading" space-before="10pt">Optional and alternative, not in the total; choose when you accept</fo:block>
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="7mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="21mm"/>
      <fo:table-column column-width="24mm"/>
      <fo:table-column column-width="27mm"/>
      <fo:table-column column-width="11mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Item</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Offered</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Your price</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Amount</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>GST</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$muted}"><xsl:value-of select="line/lineNo"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><xsl:for-each select="line"><xsl:call-template name="goods"/></xsl:for-each></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="offered"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure">
              <fo:block><xsl:apply-templates select="line/quantity" mode="quantity"/></fo:block>
              <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="line/unit"/></fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="line/unitPrice" mode="amount"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="line/taxableValue" mode="amount"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="line/taxRate" mode="percent"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="sums">
    <fo:table xsl:use-attribute-sets="table" space-before="8pt" keep-with-previous.within-page="always">
      <fo:table-column column-width="112mm"/>
      <fo:table-column column-width="72mm"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="14pt"><fo:block/><xsl:apply-templates select="amountInWords"/><xsl:apply-templates select="instalments"/></fo:table-cell>
          <fo:table-cell><xsl:apply-templates select="totals"><xsl:with-param name="payable">Quote total</xsl:with-param></xsl:apply-templates></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="closing">
    <fo:block keep-together.within-page="always" space-before="10pt">
      <fo:block background-color="{$tint}" padding="5pt 7pt" start-indent="7pt" end-indent="7pt">
        <xsl:text>This quotation can be accepted until </xsl:text>
        <fo:inline font-weight="bold"><xsl:apply-templates select="validUntil" mode="date"/></fo:inline>
        <xsl:if test="acceptAt"> at <fo:basic-link external-destination="url('{acceptAt}')" color="{$accent}"><xsl:value-of select="acceptAt"/></fo:basic-link></xsl:if>
        <xsl:text>. It replaces all earlier revisions. This is not a tax invoice.</xsl:text>
      </fo:block>
      <fo:table xsl:use-attribute-sets="table" space-before="8pt">
        <fo:table-column column-width="112mm"/>
        <fo:table-column column-width="72mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell padding-right="14pt"><fo:block/><xsl:apply-templates select="bank"/></fo:table-cell>
            <fo:table-cell text-align="end">
              <fo:block>For <fo:inline font-weight="bold"><xsl:value-of select="seller/legalName"/></fo:inline></fo:block>
              <fo:block space-before="12mm"><xsl:value-of select="preparedBy"/></fo:block>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
