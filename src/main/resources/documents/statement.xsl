<?xml version="1.0" encoding="UTF-8"?>
<!-- Statement of account of a buyer for a period, with running balance and ageing. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title">Statement of account</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title">Statement of account</xsl:with-param>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="From" strong="yes"><xsl:apply-templates select="from" mode="date"/></fact>
        <fact label="To" strong="yes"><xsl:apply-templates select="to" mode="date"/></fact>
        <fact label="Currency"><xsl:value-of select="currency"/></fact>
        <fact label="Printed on"><xsl:apply-templates select="issuedOn" mode="date"/></fact>
      </xsl:with-param>
    </xsl:call-template>
    <fo:block space-after="8pt">
      <fo:block xsl:use-attribute-sets="heading">Account of</fo:block>
      <xsl:apply-templates select="billTo"/>
    </fo:block>
    <xsl:call-template name="movements"/>
    <xsl:apply-templates select="ages"/>
    <fo:block space-before="8pt" font-size="7.5pt" line-height="10pt" color="{$muted}">
      Debit is what you owe more, credit what you owe less; a negative balance is your credit. Please tell us within 15 days if your books differ.
    </fo:block>
  </xsl:template>

  <xsl:template name="movements">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="22mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="34mm"/><fo:table-column column-width="27mm" number-columns-repeated="3"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Day</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>What</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Number</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Debit</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Credit</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Balance</fo:block></fo:table-cell>
        </fo:table-row>
        <fo:table-row height="12pt">
          <fo:table-cell number-columns-spanned="6"><fo:block text-align="end" end-indent="2.5pt" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="brought" retrieve-position-within-table="first-starting" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-footer>
        <fo:table-row>
          <fo:table-cell number-columns-spanned="6"><fo:block text-align="end" end-indent="2.5pt" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="carried" retrieve-position-within-table="last-ending" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-footer>
      <fo:table-body>
        <fo:table-row keep-with-next.within-page="always">
          <fo:table-cell xsl:use-attribute-sets="cell"><fo:marker marker-class-name="brought"/><fo:block><xsl:apply-templates select="from" mode="date"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="cell" number-columns-spanned="4"><fo:block font-weight="bold">Opening balance</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="figure"><fo:block font-weight="bold"><xsl:apply-templates select="opening" mode="amount"/></fo:block></fo:table-cell>
        </fo:table-row>
        <xsl:for-each select="lines/item">
          <fo:table-row keep-together.within-page="always">
            <xsl:if test="position() = last()"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
            <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="carry-markers"/><fo:block><xsl:apply-templates select="day" mode="date"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="kind"/></fo:block><xsl:if test="text"><fo:block xsl:use-attribute-sets="label"><xsl:value-of select="text"/></fo:block></xsl:if></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="number"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="debit" mode="amount"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="credit" mode="amount"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="running" mode="amount"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
        <fo:table-row>
          <fo:table-cell xsl:use-attribute-sets="sum-cell" text-align="start" number-columns-spanned="5"><fo:marker marker-class-name="carried"/><fo:block>Balance on <xsl:apply-templates select="to" mode="date"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:value-of select="$symbol"/>&#xA0;<xsl:apply-templates select="closing" mode="amount"/></fo:block></fo:table-cell>
        </fo:table-row>
        <xsl:if test="owedBack">
          <fo:table-row>
            <fo:table-cell xsl:use-attribute-sets="cell" number-columns-spanned="5"><fo:block>Of this to be paid back to you</fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="owedBack" mode="amount"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="ages">
    <fo:block xsl:use-attribute-sets="heading" space-before="10pt">Open by days overdue</fo:block>
    <fo:table xsl:use-attribute-sets="table" keep-together.within-page="always">
      <fo:table-column column-width="proportional-column-width(1)" number-columns-repeated="7"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <xsl:call-template name="age-head"><xsl:with-param name="label">Not due</xsl:with-param></xsl:call-template>
          <xsl:call-template name="age-head"><xsl:with-param name="label">1 to 30</xsl:with-param></xsl:call-template>
          <xsl:call-template name="age-head"><xsl:with-param name="label">31 to 60</xsl:with-param></xsl:call-template>
          <xsl:call-template name="age-head"><xsl:with-param name="label">61 to 90</xsl:with-param></xsl:call-template>
          <xsl:call-template name="age-head"><xsl:with-param name="label">Over 90</xsl:with-param></xsl:call-template>
          <xsl:call-template name="age-head"><xsl:with-param name="label">Not applied</xsl:with-param></xsl:call-template>
          <xsl:call-template name="age-head"><xsl:with-param name="label">Balance</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <fo:table-row>
          <xsl:for-each select="current | upTo30 | upTo60 | upTo90 | over90 | unapplied | total">
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="." mode="amount"/></fo:block></fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="age-head">
    <xsl:param name="label"/>
    <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block><xsl:value-of select="$label"/></fo:block></fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
