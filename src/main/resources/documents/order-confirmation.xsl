<?xml version="1.0" encoding="UTF-8"?>
<!-- Order confirmation: one revision of an order, as the buyer gets it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <!-- A column of days is shown where any line has one. -->
  <xsl:variable name="wanted" select="boolean(/document/lines/item/requestedOn)"/>
  <xsl:variable name="promised" select="boolean(/document/lines/item/promisedOn)"/>
  <xsl:variable name="columns" select="7 + $wanted + $promised"/>
  <xsl:variable name="named">
    <xsl:value-of select="/document/number"/>
    <xsl:if test="number(/document/revision) &gt; 0"><xsl:value-of select="concat(' · Revision ', /document/revision)"/></xsl:if>
  </xsl:variable>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Order confirmation</xsl:with-param>
      <xsl:with-param name="number" select="string($named)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Order confirmation</xsl:with-param>
      <xsl:with-param name="number" select="string($named)"/>
    </xsl:call-template>
    <xsl:call-template name="order-facts"/>
    <xsl:call-template name="parties"/>
    <xsl:call-template name="endorsement"/>
    <xsl:call-template name="sentences">
      <xsl:with-param name="heading">Changed with this revision</xsl:with-param>
      <xsl:with-param name="items" select="changes/item"/>
    </xsl:call-template>
    <xsl:if test="changes/item"><fo:block space-after="8pt"/></xsl:if>
    <xsl:apply-templates select="lines"/>
    <xsl:call-template name="sums"/>
    <xsl:call-template name="sentences">
      <xsl:with-param name="heading">Delivery instructions</xsl:with-param>
      <xsl:with-param name="items" select="instructions"/>
    </xsl:call-template>
    <xsl:call-template name="sentences">
      <xsl:with-param name="heading">Terms and conditions</xsl:with-param>
      <xsl:with-param name="items" select="terms/item"/>
      <xsl:with-param name="numbered" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="closing"/>
  </xsl:template>

  <xsl:template name="order-facts">
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Your purchase order" strong="yes"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="Dated"><xsl:apply-templates select="reference/poDate" mode="date"/></fact>
        <fact label="Ordered on"><xsl:apply-templates select="orderedOn" mode="date"/></fact>
        <fact label="Changed on"><xsl:if test="number(revision) &gt; 0"><xsl:apply-templates select="confirmedOn" mode="date"/></xsl:if></fact>
        <fact label="Our quotation"><xsl:value-of select="reference/quoteNumber"/></fact>
        <fact label="Your inquiry"><xsl:value-of select="reference/dealNumber"/></fact>
        <fact label="Sent"><xsl:value-of select="shipping"/></fact>
        <fact label="Incoterms"><xsl:value-of select="incoterm"/></fact>
        <fact label="Payment"><xsl:value-of select="paymentTerms"/></fact>
        <fact label="Place of supply"><xsl:value-of select="supply/placeOfSupplyName"/> (<xsl:value-of select="supply/placeOfSupplyCode"/>)</fact>
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
      <xsl:if test="$wanted"><fo:table-column column-width="20mm"/></xsl:if>
      <xsl:if test="$promised"><fo:table-column column-width="20mm"/></xsl:if>
      <fo:table-column column-width="22mm"/>
      <fo:table-column column-width="27mm"/>
      <fo:table-column column-width="11mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Item</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
          <xsl:if test="$wanted"><fo:table-cell xsl:use-attribute-sets="head-cell" padding-left="7pt"><fo:block>Wanted by</fo:block></fo:table-cell></xsl:if>
          <xsl:if test="$promised"><fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Promised for</fo:block></fo:table-cell></xsl:if>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Price</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Amount</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>GST</fo:block></fo:table-cell>
        </fo:table-row>
        <!-- of a height of its own: the header is measured on the first page, where nothing is brought forward -->
        <fo:table-row height="12pt">
          <fo:table-cell number-columns-spanned="{$columns}"><fo:block text-align="end" end-indent="11mm" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="brought" retrieve-position-within-table="first-starting" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-footer>
        <fo:table-row>
          <fo:table-cell number-columns-spanned="{$columns}"><fo:block text-align="end" end-indent="11mm" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="carried" retrieve-position-within-table="last-ending" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-footer>
      <fo:table-body>
        <xsl:apply-templates select="item" mode="line"/>
        <fo:table-row>
          <fo:table-cell xsl:use-attribute-sets="sum-cell" number-columns-spanned="{$columns - 2}" text-align="start"><fo:marker marker-class-name="carried"/><fo:block>Goods</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/goods" mode="amount"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block/></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="item" mode="line">
    <fo:table-row keep-together.within-page="always">
      <xsl:if test="position() = last()"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:call-template name="line-markers"/>
        <fo:block color="{$muted}"><xsl:value-of select="goods/lineNo"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:for-each select="goods"><xsl:call-template name="goods"/></xsl:for-each>
        <xsl:if test="givenUp">
          <fo:block xsl:use-attribute-sets="label">Of these <xsl:apply-templates select="givenUp" mode="quantity"/> will not be delivered and not be invoiced</fo:block>
        </xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="goods/hsn"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure">
        <fo:block><xsl:apply-templates select="goods/quantity" mode="quantity"/></fo:block>
        <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="goods/unit"/></fo:block>
      </fo:table-cell>
      <xsl:if test="$wanted"><fo:table-cell xsl:use-attribute-sets="cell" padding-left="7pt"><fo:block><xsl:apply-templates select="requestedOn" mode="date"/></fo:block></fo:table-cell></xsl:if>
      <xsl:if test="$promised"><fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:choose>
        <xsl:when test="promisedOn"><xsl:apply-templates select="promisedOn" mode="date"/></xsl:when>
        <xsl:when test="number(goods/quantity) &gt; sum(givenUp)">not known yet</xsl:when>
      </xsl:choose></fo:block></fo:table-cell></xsl:if>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="goods/unitPrice" mode="amount"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="goods/taxableValue" mode="amount"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="goods/taxRate" mode="percent"/></fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- What a line brings to the head and the foot of the page it stands on. -->
  <xsl:template name="line-markers">
    <fo:marker marker-class-name="brought">
      <xsl:if test="preceding-sibling::item">
        <xsl:call-template name="carry">
          <xsl:with-param name="label">Brought forward</xsl:with-param>
          <xsl:with-param name="amount" select="preceding-sibling::item[1]/goods/running"/>
        </xsl:call-template>
      </xsl:if>
    </fo:marker>
    <fo:marker marker-class-name="carried">
      <xsl:call-template name="carry">
        <xsl:with-param name="label">Carried over</xsl:with-param>
        <xsl:with-param name="amount" select="goods/running"/>
      </xsl:call-template>
    </fo:marker>
  </xsl:template>

  <xsl:template name="sums">
    <fo:table xsl:use-attribute-sets="table" space-before="8pt" keep-with-previous.within-page="always">
      <fo:table-column column-width="112mm"/>
      <fo:table-column column-width="72mm"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="14pt">
            <fo:block/>
            <xsl:apply-templates select="amountInWords"/>
            <xsl:if test="advance">
              <fo:block xsl:use-attribute-sets="heading" space-before="6pt">Advance</fo:block>
              <fo:block>
                <fo:inline font-weight="bold"><xsl:value-of select="$symbol"/><xsl:text>&#xA0;</xsl:text><xsl:apply-templates select="advance" mode="amount"/></fo:inline>
                <xsl:text> (</xsl:text><xsl:value-of select="advancePercent"/><xsl:text>%) before dispatch; we begin when it has come in.</xsl:text>
              </fo:block>
            </xsl:if>
            <xsl:apply-templates select="instalments"/>
          </fo:table-cell>
          <fo:table-cell><xsl:apply-templates select="totals"><xsl:with-param name="payable">Order total</xsl:with-param></xsl:apply-templates></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="closing">
    <fo:block keep-together.within-page="always" space-before="10pt">
      <fo:block background-color="{$tint}" padding="5pt 7pt" start-indent="7pt" end-indent="7pt">
        <xsl:text>We confirm this order as stated</xsl:text>
        <xsl:if test="number(revision) &gt; 0"><xsl:text>; it replaces all earlier confirmations</xsl:text></xsl:if>
        <xsl:text>. You can follow it at </xsl:text>
        <fo:basic-link external-destination="url('{followAt}')" color="{$accent}"><xsl:value-of select="followAt"/></fo:basic-link>
        <xsl:text>. This is not a tax invoice.</xsl:text>
      </fo:block>
      <fo:table xsl:use-attribute-sets="table" space-before="8pt">
        <fo:table-column column-width="112mm"/>
        <fo:table-column column-width="72mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell padding-right="14pt"><fo:block/><xsl:apply-templates select="bank"/></fo:table-cell>
            <fo:table-cell text-align="end">
              <fo:block>For <fo:inline font-weight="bold"><xsl:value-of select="seller/legalName"/></fo:inline></fo:block>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
