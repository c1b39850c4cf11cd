<?xml version="1.0" encoding="UTF-8"?>
<!-- Delivery challan with the particulars of CGST rule 55(1). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Delivery challan</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:variable name="columns" select="6 + ($heads != 'none') + ($heads = 'halves')"/>
  <xsl:variable name="beside"><xsl:choose><xsl:when test="$heads = 'halves'">40mm</xsl:when><xsl:when test="$heads = 'integrated'">22mm</xsl:when><xsl:otherwise>0mm</xsl:otherwise></xsl:choose></xsl:variable>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Delivery challan</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
      <xsl:with-param name="mark" select="$copy"/>
      <xsl:with-param name="barcode" select="number"/>
    </xsl:call-template>
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Date of challan" strong="yes"><xsl:apply-templates select="issuedOn" mode="date"/></fact>
        <fact label="Reason for the movement" strong="yes"><xsl:value-of select="purpose"/></fact>
        <fact label="Place of supply"><xsl:if test="supply"><xsl:value-of select="supply/placeOfSupplyName"/> (<xsl:value-of select="supply/placeOfSupplyCode"/>)</xsl:if></fact>
        <fact label="Tax invoice"><xsl:value-of select="invoiceNumber"/></fact>
        <fact label="E-way bill"><xsl:value-of select="ewayBillNumber"/></fact>
        <fact label="Stock transfer"><xsl:value-of select="transferNumber"/></fact>
        <fact label="Shipment"><xsl:value-of select="reference/shipmentNumber"/></fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="parties"><xsl:with-param name="bill-to-label">Consignee</xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="lines"/>
    <fo:table xsl:use-attribute-sets="table" space-before="8pt">
      <fo:table-column column-width="112mm"/><fo:table-column column-width="72mm"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="14pt">
            <xsl:apply-templates select="amountInWords"/>
            <fo:block space-before="6pt" font-size="7.5pt" line-height="10pt" color="{$muted}">
              <xsl:choose>
                <xsl:when test="supply">The values and the tax are for the e-way bill and for this movement; this is not a tax invoice.</xsl:when>
                <xsl:otherwise>The movement is no supply: no tax is charged. Values are stated for transport only; this is not a tax invoice.</xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </fo:table-cell>
          <fo:table-cell><xsl:apply-templates select="totals"><xsl:with-param name="payable">Value of goods</xsl:with-param></xsl:apply-templates></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <fo:block keep-together.within-page="always" space-before="6pt">
      <fo:table xsl:use-attribute-sets="table">
        <fo:table-column column-width="84mm"/><fo:table-column column-width="16mm"/><fo:table-column column-width="84mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Received by the consignee: name, date, signature and stamp</xsl:with-param></xsl:call-template></fo:table-cell>
            <fo:table-cell><fo:block/></fo:table-cell>
            <fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Authorised signatory, for <xsl:value-of select="seller/legalName"/></xsl:with-param></xsl:call-template></fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template match="lines">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="8mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="18mm"/><fo:table-column column-width="24mm"/><fo:table-column column-width="20mm"/><fo:table-column column-width="26mm"/>
      <xsl:choose>
        <xsl:when test="$heads = 'halves'"><fo:table-column column-width="20mm" number-columns-repeated="2"/></xsl:when>
        <xsl:when test="$heads = 'integrated'"><fo:table-column column-width="22mm"/></xsl:when>
      </xsl:choose>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Description of goods</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Rate</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block><xsl:choose><xsl:when test="../supply">Taxable value</xsl:when><xsl:otherwise>Value</xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
          <xsl:choose>
            <xsl:when test="$heads = 'halves'">
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>CGST</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block><xsl:value-of select="$state-head"/></fo:block></fo:table-cell>
            </xsl:when>
            <xsl:when test="$heads = 'integrated'"><fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>IGST</fo:block></fo:table-cell></xsl:when>
          </xsl:choose>
        </fo:table-row>
        <xsl:if test="item/running">
          <fo:table-row height="12pt">
            <fo:table-cell number-columns-spanned="{$columns}"><fo:block text-align="end" end-indent="{$beside}" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="brought" retrieve-position-within-table="first-starting" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:if>
      </fo:table-header>
      <xsl:if test="item/running">
        <fo:table-footer>
          <fo:table-row>
            <fo:table-cell number-columns-spanned="{$columns}"><fo:block text-align="end" end-indent="{$beside}" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="carried" retrieve-position-within-table="last-ending" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
          </fo:table-row>
        </fo:table-footer>
      </xsl:if>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row keep-together.within-page="always">
            <xsl:if test="position() = last()"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
            <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="carry-markers"/><fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="goods"/></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="hsn"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="quantity" mode="quantity"/></fo:block><fo:block xsl:use-attribute-sets="label"><xsl:value-of select="unit"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="unitPrice" mode="amount"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="taxableValue" mode="amount"/></fo:block></fo:table-cell>
            <xsl:choose>
              <xsl:when test="$heads = 'halves'">
                <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="cgst" mode="amount"/></fo:block><fo:block xsl:use-attribute-sets="label"><xsl:apply-templates select="taxRate" mode="half-percent"/></fo:block></fo:table-cell>
                <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="sgst" mode="amount"/></fo:block><fo:block xsl:use-attribute-sets="label"><xsl:apply-templates select="taxRate" mode="half-percent"/></fo:block></fo:table-cell>
              </xsl:when>
              <xsl:when test="$heads = 'integrated'"><fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="igst" mode="amount"/></fo:block><fo:block xsl:use-attribute-sets="label"><xsl:apply-templates select="taxRate" mode="percent"/></fo:block></fo:table-cell></xsl:when>
            </xsl:choose>
          </fo:table-row>
        </xsl:for-each>
        <fo:table-row>
          <fo:table-cell xsl:use-attribute-sets="sum-cell" number-columns-spanned="5" text-align="start"><fo:marker marker-class-name="carried"/><fo:block>Total</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/taxableValue" mode="amount"/></fo:block></fo:table-cell>
          <xsl:choose>
            <xsl:when test="$heads = 'halves'">
              <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/cgst" mode="amount"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/sgst" mode="amount"/></fo:block></fo:table-cell>
            </xsl:when>
            <xsl:when test="$heads = 'integrated'"><fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/igst" mode="amount"/></fo:block></fo:table-cell></xsl:when>
          </xsl:choose>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
