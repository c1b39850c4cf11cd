<?xml version="1.0" encoding="UTF-8"?>
<!-- The registration of a document with the portal: IRN, acknowledgement and signed QR code (CGST rule 46(r)). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:template match="registration">
    <fo:table xsl:use-attribute-sets="table" keep-together.within-page="always" space-before="4pt" space-after="6pt" border-top="{$rule}" border-bottom="{$rule}">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="48mm"/>
      <fo:table-body>
        <fo:table-row>
          <fo:table-cell padding="4pt 8pt 4pt 0pt">
            <fo:block xsl:use-attribute-sets="heading">E-invoice</fo:block>
            <fo:block xsl:use-attribute-sets="label">IRN</fo:block>
            <fo:block><xsl:value-of select="substring(irn, 1, 32)"/></fo:block>
            <fo:block space-after="3pt"><xsl:value-of select="substring(irn, 33)"/></fo:block>
            <fo:block xsl:use-attribute-sets="label">Acknowledgement number</fo:block>
            <fo:block space-after="3pt"><xsl:value-of select="ackNo"/></fo:block>
            <fo:block xsl:use-attribute-sets="label">Acknowledgement date</fo:block>
            <fo:block><xsl:value-of select="ackAt"/></fo:block>
            <xsl:if test="cancelledAt">
              <fo:block space-before="6pt" font-size="12pt" line-height="15pt" font-weight="bold" color="#9B1C1C">CANCELLED</fo:block>
              <fo:block color="#9B1C1C">The registration was cancelled on <xsl:value-of select="cancelledAt"/>; this document bills nothing.</fo:block>
            </xsl:if>
          </fo:table-cell>
          <fo:table-cell padding="2pt 0pt" text-align="end">
            <fo:block/>
            <xsl:if test="not(cancelledAt)">
              <fo:block line-height="0pt">
                <fo:instream-foreign-object>
                  <bar:code xmlns:bar="https://tradeflow.io/barcode" symbology="QR_LONG" module="0.36" height="1"><xsl:value-of select="signedQrCode"/></bar:code>
                </fo:instream-foreign-object>
              </fo:block>
            </xsl:if>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
