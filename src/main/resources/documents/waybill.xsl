<?xml version="1.0" encoding="UTF-8"?>
<!-- Consignment note: goes with the carrier, so it says what is in the vehicle and what it is worth, never line prices. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Consignment note</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Consignment note</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
      <xsl:with-param name="barcode" select="number"/>
    </xsl:call-template>
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Handed over on" strong="yes"><xsl:apply-templates select="handedOverOn" mode="date"/></fact>
        <fact label="Carrier" strong="yes"><xsl:value-of select="carrier"/></fact>
        <fact label="Transporter id"><xsl:value-of select="transporterId"/></fact>
        <fact label="Mode"><xsl:value-of select="mode"/></fact>
        <fact label="LR, RR, AWB or BL" strong="yes"><xsl:value-of select="documentNumber"/></fact>
        <fact label="Tracking number"><xsl:value-of select="trackingNumber"/></fact>
        <fact label="Freight" strong="yes"><xsl:value-of select="freight"/></fact>
        <fact label="Expected on"><xsl:apply-templates select="expectedOn" mode="date"/></fact>
        <fact label="Packages" strong="yes"><xsl:value-of select="packages"/></fact>
        <fact label="Gross weight" strong="yes"><xsl:if test="grossWeightKg"><xsl:apply-templates select="grossWeightKg" mode="quantity"/> kg</xsl:if></fact>
        <fact label="Goods covered by"><xsl:value-of select="taxDocument"/></fact>
        <fact label="Value of goods"><xsl:if test="value"><xsl:value-of select="$symbol"/>&#xA0;<xsl:apply-templates select="value" mode="amount"/></xsl:if></fact>
        <fact label="E-way bill" strong="yes"><xsl:value-of select="ewayBillNumber"/></fact>
        <fact label="E-way bill valid until"><xsl:apply-templates select="ewayBillValidUntil" mode="date"/></fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
      </xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table" space-after="8pt">
      <fo:table-column column-width="92mm" number-columns-repeated="2"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="8pt"><fo:block xsl:use-attribute-sets="heading">Consignor</fo:block><xsl:apply-templates select="consignor"/></fo:table-cell>
          <fo:table-cell><fo:block xsl:use-attribute-sets="heading">Consignee</fo:block><xsl:apply-templates select="consignee"/></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <xsl:apply-templates select="vehicles[item]"/>
    <xsl:if test="instructions"><fo:block space-after="8pt"><fo:block xsl:use-attribute-sets="heading">Instructions</fo:block><fo:block linefeed-treatment="preserve"><xsl:value-of select="instructions"/></fo:block></fo:block></xsl:if>
    <xsl:apply-templates select="lines"/>
    <fo:block keep-together.within-page="always" space-before="6pt">
      <fo:table xsl:use-attribute-sets="table">
        <fo:table-column column-width="56mm"/><fo:table-column column-width="8mm"/><fo:table-column column-width="56mm"/><fo:table-column column-width="8mm"/><fo:table-column column-width="56mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Handed over by the consignor</xsl:with-param><xsl:with-param name="name" select="handedOverBy"/></xsl:call-template></fo:table-cell>
            <fo:table-cell><fo:block/></fo:table-cell>
            <fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Taken over by the carrier: name, date, signature</xsl:with-param></xsl:call-template></fo:table-cell>
            <fo:table-cell><fo:block/></fo:table-cell>
            <fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Received by the consignee: name, date, signature, stamp</xsl:with-param></xsl:call-template></fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template match="vehicles">
    <fo:block xsl:use-attribute-sets="heading">Vehicles</fo:block>
    <fo:table xsl:use-attribute-sets="table" space-after="8pt" font-size="7.5pt">
      <fo:table-column column-width="40mm"/><fo:table-column column-width="30mm"/><fo:table-column column-width="50mm"/><fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold"><xsl:value-of select="vehicleNumber"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block>since <xsl:apply-templates select="since" mode="date"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:if test="from">from <xsl:value-of select="from"/></xsl:if></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="reason"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="lines">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="9mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="26mm"/><fo:table-column column-width="34mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Goods said to contain</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="goods"/></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="hsn"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block font-weight="bold"><xsl:apply-templates select="quantity" mode="quantity"/><fo:inline font-weight="normal" color="{$muted}">&#xA0;<xsl:value-of select="unit"/></fo:inline></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
