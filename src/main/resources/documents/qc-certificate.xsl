<?xml version="1.0" encoding="UTF-8"?>
<!-- Certificate of quality control. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Certificate of QC</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Certificate of QC</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
      <xsl:with-param name="barcode" select="number"/>
    </xsl:call-template>
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Inspected on" strong="yes"><xsl:apply-templates select="inspectedOn" mode="date"/></fact>
        <fact label="Inspected by" strong="yes"><xsl:value-of select="inspectedBy"/></fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="parties"/>
    <fo:block space-after="7pt">We certify that the goods of this shipment named below were inspected before packing and conform to the order. Goods that did not pass were taken out and are not part of the shipment.</fo:block>
    <xsl:apply-templates select="lines"/>
    <xsl:if test="checks/item"><xsl:apply-templates select="checks"/></xsl:if>
    <xsl:if test="remark">
      <fo:block space-before="8pt"><fo:block xsl:use-attribute-sets="heading">Remark of the inspector</fo:block><fo:block linefeed-treatment="preserve"><xsl:value-of select="remark"/></fo:block></fo:block>
    </xsl:if>
    <fo:block keep-together.within-page="always" space-before="8pt">
      <fo:table xsl:use-attribute-sets="table">
        <fo:table-column column-width="100mm"/><fo:table-column column-width="84mm"/>
        <fo:table-body><fo:table-row><fo:table-cell><fo:block/></fo:table-cell><fo:table-cell><xsl:call-template name="signature"><xsl:with-param name="who">Quality control, for <xsl:value-of select="seller/legalName"/></xsl:with-param><xsl:with-param name="name" select="inspectedBy"/></xsl:call-template></fo:table-cell></fo:table-row></fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template match="lines">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="9mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="36mm"/><fo:table-column column-width="24mm"/><fo:table-column column-width="18mm"/><fo:table-column column-width="30mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Goods</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Batch</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Best before</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Sample</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Passed</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="goods"/></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="batch"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:apply-templates select="expiresOn" mode="date"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:value-of select="sample"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block font-weight="bold"><xsl:apply-templates select="passed" mode="quantity"/><fo:inline font-weight="normal" color="{$muted}">&#xA0;<xsl:value-of select="unit"/></fo:inline></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="checks">
    <fo:block space-before="9pt" xsl:use-attribute-sets="heading">What was checked</fo:block>
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="9mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="44mm"/><fo:table-column column-width="44mm"/><fo:table-column column-width="24mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Point</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Wanted</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Found</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Result</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="point"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="wanted"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="found"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold"><xsl:choose><xsl:when test="passed = 'true'">Passed</xsl:when><xsl:otherwise>Not passed</xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
