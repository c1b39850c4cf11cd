<?xml version="1.0" encoding="UTF-8"?>
<!-- Shipping labels: one A6 page per package, made to be read at arm's length and by a scanner. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <xsl:template match="/document">
    <fo:root font-family="{$fonts}" font-size="8pt" line-height="10.5pt" color="#000000" language="dflt" line-height-shift-adjustment="disregard-shifts">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="label" page-width="105mm" page-height="148mm" margin="5mm 6mm 4mm 6mm">
          <fo:region-body/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <dc:title>Shipping label <xsl:value-of select="number"/></dc:title>
              <dc:creator><xsl:value-of select="seller/legalName"/></dc:creator>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
      </fo:declarations>
      <fo:page-sequence master-reference="label">
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="packages/item" mode="label"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template match="item" mode="label">
    <fo:block-container height="138mm" overflow="hidden">
      <xsl:if test="preceding-sibling::item"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
      <fo:table table-layout="fixed" width="100%">
        <fo:table-column column-width="64mm"/><fo:table-column column-width="29mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell>
              <fo:block font-size="6.5pt" line-height="8pt">FROM</fo:block>
              <fo:block font-weight="bold"><xsl:value-of select="/document/seller/legalName"/></fo:block>
              <fo:block font-size="7pt" line-height="9pt"><xsl:for-each select="/document/sender/addressLines/item"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each></fo:block>
              <xsl:if test="/document/seller/phone"><fo:block font-size="7pt" line-height="9pt"><xsl:value-of select="/document/seller/phone"/></fo:block></xsl:if>
            </fo:table-cell>
            <fo:table-cell text-align="end">
              <fo:block font-size="6.5pt" line-height="8pt">PACKAGE</fo:block>
              <fo:block font-size="19pt" line-height="22pt" font-weight="bold"><xsl:value-of select="no"/>/<xsl:value-of select="of"/></fo:block>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
      <fo:block-container height="52mm" overflow="hidden" border-top="1.5pt solid #000000" border-bottom="1.5pt solid #000000" padding="3mm 0mm 2mm" space-before="2mm" space-after="2.5mm">
        <fo:block font-size="6.5pt" line-height="8pt">TO</fo:block>
        <fo:block font-size="15pt" line-height="18pt" font-weight="bold"><xsl:value-of select="/document/consignee/name"/></fo:block>
        <fo:block font-size="12pt" line-height="15pt">
          <xsl:for-each select="/document/consignee/addressLines/item"><fo:block><xsl:if test="position() = last()"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if><xsl:value-of select="."/></fo:block></xsl:for-each>
          <xsl:if test="/document/consignee/stateName"><fo:block><xsl:value-of select="/document/consignee/stateName"/></fo:block></xsl:if>
        </fo:block>
        <xsl:if test="/document/consignee/contact"><fo:block font-size="8.5pt" line-height="11pt" space-before="3pt"><xsl:value-of select="/document/consignee/contact"/><xsl:if test="/document/consignee/phone"> · <xsl:value-of select="/document/consignee/phone"/></xsl:if></fo:block></xsl:if>
      </fo:block-container>
      <fo:table table-layout="fixed" width="100%">
        <fo:table-column column-width="21mm"/><fo:table-column column-width="37mm"/><fo:table-column column-width="35mm"/>
        <fo:table-body>
          <fo:table-row>
            <xsl:call-template name="said"><xsl:with-param name="label">GROSS WEIGHT</xsl:with-param><xsl:with-param name="text"><xsl:choose><xsl:when test="weightKg"><xsl:apply-templates select="weightKg" mode="quantity"/> kg</xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
            <xsl:call-template name="said"><xsl:with-param name="label">YOUR ORDER</xsl:with-param><xsl:with-param name="text" select="/document/reference/poNumber"/></xsl:call-template>
            <xsl:call-template name="said"><xsl:with-param name="label">OUR ORDER</xsl:with-param><xsl:with-param name="text" select="/document/reference/orderNumber"/></xsl:call-template>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
      <fo:block font-size="7pt" line-height="9pt" space-before="1.5mm"><xsl:value-of select="contents"/>&#xA0;</fo:block>
      <fo:block text-align="center" space-before="4mm" line-height="1pt">
        <xsl:choose>
          <xsl:when test="sscc"><xsl:call-template name="barcode"><xsl:with-param name="symbology">GS1_128</xsl:with-param><xsl:with-param name="content" select="concat('[00]', sscc)"/><xsl:with-param name="module">0.45</xsl:with-param><xsl:with-param name="height">24</xsl:with-param></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:call-template name="barcode"><xsl:with-param name="content" select="code"/><xsl:with-param name="module">0.36</xsl:with-param><xsl:with-param name="height">24</xsl:with-param></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </fo:block>
      <fo:block text-align="center" space-before="3mm" font-size="11pt" line-height="14pt" font-weight="bold" letter-spacing="0.8pt"><xsl:value-of select="code"/></fo:block>
      <xsl:if test="sscc"><fo:block text-align="center" font-size="8pt" line-height="10pt">(00) <xsl:value-of select="sscc"/></fo:block></xsl:if>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="said">
    <xsl:param name="label"/>
    <xsl:param name="text"/>
    <fo:table-cell padding-right="2mm">
      <fo:block font-size="6.5pt" line-height="8pt"><xsl:value-of select="$label"/></fo:block>
      <fo:block font-size="10pt" line-height="12pt" font-weight="bold"><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
