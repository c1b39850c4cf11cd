<?xml version="1.0" encoding="UTF-8"?>
<!-- Packing slip: travels with the goods, so it shows no prices and no bins. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Packing slip</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Packing slip</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
      <xsl:with-param name="barcode" select="number"/>
    </xsl:call-template>
    <xsl:call-template name="slip-facts"/>
    <xsl:call-template name="parties"/>
    <xsl:apply-templates select="lines"/>
    <xsl:apply-templates select="contents[item/contents/item]"/>
    <xsl:if test="packingNote">
      <fo:block space-before="8pt">
        <fo:block xsl:use-attribute-sets="heading">Packing note</fo:block>
        <fo:block linefeed-treatment="preserve"><xsl:value-of select="packingNote"/></fo:block>
      </fo:block>
    </xsl:if>
    <xsl:call-template name="signatures"/>
  </xsl:template>

  <xsl:template name="slip-facts">
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Packed on" strong="yes"><xsl:apply-templates select="packedOn" mode="date"/></fact>
        <fact label="Packages" strong="yes"><xsl:value-of select="packages"/></fact>
        <fact label="Gross weight" strong="yes"><xsl:if test="grossWeightKg"><xsl:apply-templates select="grossWeightKg" mode="quantity"/> kg</xsl:if></fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="Buyer’s order date"><xsl:apply-templates select="reference/poDate" mode="date"/></fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
        <fact label="Inquiry"><xsl:value-of select="reference/dealNumber"/></fact>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lines">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="20mm"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="20mm"/>
      <fo:table-column column-width="26mm"/>
      <fo:table-column column-width="16mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Goods</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Batch</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Best before</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="center"><fo:block>Checked</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="item" mode="line"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="item" mode="line">
    <fo:table-row keep-together.within-page="always">
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="goods"/></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="hsn"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="batch"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:apply-templates select="expiresOn" mode="date"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure">
        <fo:block font-weight="bold"><xsl:apply-templates select="quantity" mode="quantity"/><fo:inline font-weight="normal" color="{$muted}">&#xA0;<xsl:value-of select="unit"/></fo:inline></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell" text-align="center"><fo:block font-size="10pt">☐</fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="/document/contents">
    <fo:block space-before="9pt" keep-with-next.within-page="always" xsl:use-attribute-sets="heading">What is in which package</fo:block>
    <fo:table xsl:use-attribute-sets="table" font-size="7.5pt" line-height="10pt">
      <fo:table-column column-width="30mm"/><fo:table-column column-width="42mm"/><fo:table-column column-width="22mm"/><fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Package</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Label</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Gross weight</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" padding-left="8pt"><fo:block>Goods in it</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold"><xsl:value-of select="no"/> of <xsl:value-of select="/document/packages"/><fo:inline font-weight="normal" color="{$muted}">&#xA0;<xsl:value-of select="kind"/></fo:inline></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="label"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:if test="weightKg"><xsl:apply-templates select="weightKg" mode="quantity"/> kg</xsl:if></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell" padding-left="8pt">
              <xsl:if test="not(contents/item)"><fo:block>–</fo:block></xsl:if>
              <xsl:for-each select="contents/item">
                <fo:block><fo:inline font-weight="bold"><xsl:apply-templates select="quantity" mode="quantity"/>&#xA0;<xsl:value-of select="unit"/></fo:inline><xsl:text> </xsl:text><xsl:value-of select="sku"/><xsl:if test="batch">, batch <xsl:value-of select="batch"/></xsl:if></fo:block>
              </xsl:for-each>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="signatures">
    <fo:block keep-together.within-page="always" space-before="14pt">
      <fo:table xsl:use-attribute-sets="table">
        <fo:table-column column-width="84mm"/>
        <fo:table-column column-width="16mm"/>
        <fo:table-column column-width="84mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell>
              <fo:block space-before="14mm" space-before.conditionality="retain" border-bottom="{$rule}"><xsl:value-of select="packedBy"/>&#xA0;</fo:block>
              <fo:block xsl:use-attribute-sets="label">Packed by</fo:block>
            </fo:table-cell>
            <fo:table-cell><fo:block/></fo:table-cell>
            <fo:table-cell>
              <fo:block space-before="14mm" space-before.conditionality="retain" border-bottom="{$rule}">&#xA0;</fo:block>
              <fo:block xsl:use-attribute-sets="label">Received complete and in good condition: name, date, signature and stamp</fo:block>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
