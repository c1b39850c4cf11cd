<?xml version="1.0" encoding="UTF-8"?>
<!-- Picking list: the walk through the warehouse, zone by zone; what was taken is ticked and written down. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Picking list</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Picking list</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
      <xsl:with-param name="barcode" select="number"/>
    </xsl:call-template>
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Warehouse" strong="yes"><xsl:value-of select="warehouse"/></fact>
        <fact label="Released on" strong="yes"><xsl:apply-templates select="releasedOn" mode="date"/></fact>
        <fact label="Lines to pick" strong="yes"><xsl:value-of select="count(lines/item)"/></fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
        <fact label="For"><xsl:value-of select="consignee/name"/></fact>
        <fact label="Going to"><xsl:value-of select="consignee/addressLines/item[last()]"/><xsl:if test="consignee/stateName">, <xsl:value-of select="consignee/stateName"/></xsl:if></fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="Inquiry"><xsl:value-of select="reference/dealNumber"/></fact>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:if test="packing">
      <fo:block border="{$rule}" padding="3pt 6pt" margin="0pt" space-after="7pt"><fo:inline font-weight="bold" color="{$accent}">Packing: </fo:inline><xsl:value-of select="packing"/></fo:block>
    </xsl:if>
    <xsl:apply-templates select="lines"/>
    <fo:block keep-together.within-page="always" space-before="8pt">
      <fo:table xsl:use-attribute-sets="table">
        <fo:table-column column-width="84mm"/><fo:table-column column-width="16mm"/><fo:table-column column-width="84mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Picked by: name, date and time</xsl:with-param></xsl:call-template></fo:table-cell>
            <fo:table-cell><fo:block/></fo:table-cell>
            <fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Counted by: name, date and time</xsl:with-param></xsl:call-template></fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template match="lines">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="21mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="30mm"/>
      <fo:table-column column-width="21mm"/>
      <fo:table-column column-width="25mm"/>
      <fo:table-column column-width="23mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>✓</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Bin</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Goods<fo:retrieve-table-marker retrieve-class-name="zone" retrieve-position-within-table="first-starting" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Batch</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Best before</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>To pick</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Picked</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="item" mode="line"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="item" mode="line">
    <xsl:if test="zone and not(preceding-sibling::item[1]/zone = zone)">
      <xsl:variable name="zone" select="zone"/>
      <fo:table-row keep-with-next.within-page="always">
        <fo:table-cell number-columns-spanned="7" padding="7pt 2.5pt 3pt" border-bottom="{$strong-rule}">
          <fo:marker marker-class-name="zone"/>
          <fo:block font-weight="bold" font-size="9pt" color="{$accent}">Zone <xsl:value-of select="zone"/><fo:inline font-weight="normal" font-size="7pt" color="{$muted}">&#xA0;&#xA0;<xsl:value-of select="count(../item[zone = $zone])"/> to pick</fo:inline></fo:block>
        </fo:table-cell>
      </fo:table-row>
    </xsl:if>
    <fo:table-row keep-together.within-page="always">
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:marker marker-class-name="zone"><xsl:if test="zone"><fo:inline font-weight="normal" color="{$muted}">&#xA0;&#xA0;Zone <xsl:value-of select="zone"/>, continued</fo:inline></xsl:if></fo:marker><fo:block font-size="11pt">☐</fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold" font-size="9pt"><xsl:value-of select="bin"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold"><xsl:value-of select="sku"/></fo:block><fo:block font-size="7pt" line-height="9pt" color="{$muted}"><xsl:value-of select="lineNo"/> · <xsl:value-of select="description"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="batch"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:apply-templates select="expiresOn" mode="date"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block font-weight="bold" font-size="9pt"><xsl:apply-templates select="quantity" mode="quantity"/><fo:inline font-weight="normal" font-size="7pt" color="{$muted}">&#xA0;<xsl:value-of select="unit"/></fo:inline></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block color="{$muted}">.................</fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
