<?xml version="1.0" encoding="UTF-8"?>
<!-- Credit and debit notes with the particulars of CGST rule 53. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>
  <xsl:include href="registration.xsl"/>

  <xsl:variable name="columns" select="7 + ($heads != 'none') + ($heads = 'halves')"/>

  <xsl:template match="/document">
    <xsl:call-template name="pages">
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="number" select="number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/document" mode="flow">
    <xsl:call-template name="letterhead">
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="number" select="number"/>
      <xsl:with-param name="mark" select="$copy"/>
    </xsl:call-template>
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="Date" strong="yes"><xsl:apply-templates select="issuedOn" mode="date"/></fact>
        <fact label="Due date"><xsl:if test="dueOn"><xsl:apply-templates select="dueOn" mode="date"/></xsl:if></fact>
        <fact label="Reason" strong="yes"><xsl:value-of select="reason"/></fact>
        <fact label="Place of supply" strong="yes">
          <xsl:value-of select="supply/placeOfSupplyName"/> (<xsl:value-of select="supply/placeOfSupplyCode"/>)</fact>
        <fact label="Nature of supply"><xsl:value-of select="supply/nature"/></fact>
        <fact label="Tax payable on reverse charge">
          <xsl:choose><xsl:when test="supply/reverseCharge = 'true'">Yes</xsl:when><xsl:otherwise>No</xsl:otherwise></xsl:choose>
        </fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
        <fact label="Inquiry"><xsl:value-of select="reference/dealNumber"/></fact>
        <fact label="Currency"><xsl:if test="$currency != 'INR'"><xsl:value-of select="$currency"/></xsl:if></fact>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="registration"/>
    <fo:table xsl:use-attribute-sets="table" space-after="8pt">
      <fo:table-column column-width="80mm"/>
      <fo:table-column column-width="104mm"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="12pt">
            <fo:block xsl:use-attribute-sets="heading">To</fo:block>
            <xsl:apply-templates select="billTo"/>
            <xsl:if test="shipTo">
              <fo:block xsl:use-attribute-sets="heading" space-before="4pt">Delivered to</fo:block>
              <xsl:apply-templates select="shipTo"/>
            </xsl:if>
          </fo:table-cell>
          <fo:table-cell>
            <fo:block xsl:use-attribute-sets="heading">
              <xsl:choose><xsl:when test="count(invoices/item) = 1">Original tax invoice</xsl:when><xsl:otherwise>Original tax invoices</xsl:otherwise></xsl:choose>
            </fo:block>
            <xsl:apply-templates select="invoices"/>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="endorsement"/>
    <xsl:apply-templates select="lines"/>
    <xsl:call-template name="sums"/>
    <xsl:apply-templates select="export"/>
    <xsl:call-template name="closing"/>
  </xsl:template>

  <xsl:variable name="of-it"><xsl:choose><xsl:when test="starts-with(/document/title, 'Credit')">credited</xsl:when><xsl:otherwise>debited</xsl:otherwise></xsl:choose></xsl:variable>

  <xsl:template match="invoices">
    <fo:table xsl:use-attribute-sets="table" font-size="7.5pt" line-height="10pt">
      <fo:table-column column-width="33mm"/>
      <fo:table-column column-width="27mm"/>
      <fo:table-column column-width="44mm"/>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold"><xsl:value-of select="number"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block>of <xsl:apply-templates select="issuedOn" mode="date"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><fo:inline color="{$muted}"><xsl:value-of select="$of-it"/>&#xA0;</fo:inline><xsl:value-of select="$symbol"/>&#xA0;<xsl:apply-templates select="total" mode="amount"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:variable name="beside"><xsl:choose><xsl:when test="$heads = 'halves' and $crores">41mm</xsl:when><xsl:when test="$heads = 'halves'">39mm</xsl:when><xsl:when test="$heads = 'integrated'">23mm</xsl:when><xsl:otherwise>0mm</xsl:otherwise></xsl:choose></xsl:variable>

  <xsl:template match="lines">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="7mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="25mm"/>
      <fo:table-column column-width="14mm"/>
      <fo:table-column column-width="13mm"/>
      <fo:table-column column-width="21mm"/>
      <fo:table-column column-width="23mm"/>
      <xsl:choose>
        <xsl:when test="$heads = 'halves'"><fo:table-column number-columns-repeated="2"><xsl:attribute name="column-width"><xsl:choose><xsl:when test="$crores">20.5mm</xsl:when><xsl:otherwise>19.5mm</xsl:otherwise></xsl:choose></xsl:attribute></fo:table-column></xsl:when>
        <xsl:when test="$heads = 'integrated'"><fo:table-column column-width="22mm"/></xsl:when>
      </xsl:choose>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Description of goods</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Of invoice</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Rate</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Taxable value</fo:block></fo:table-cell>
          <xsl:choose>
            <xsl:when test="$heads = 'halves'">
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>CGST</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block><xsl:value-of select="$state-head"/></fo:block></fo:table-cell>
            </xsl:when>
            <xsl:when test="$heads = 'integrated'">
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>IGST</fo:block></fo:table-cell>
            </xsl:when>
          </xsl:choose>
        </fo:table-row>
        <xsl:if test="item/running">
          <fo:table-row height="12pt">
            <fo:table-cell number-columns-spanned="2" padding-left="2.5pt"><fo:block font-size="7.5pt" color="{$muted}">Amounts in <xsl:value-of select="$currency"/></fo:block></fo:table-cell>
            <fo:table-cell number-columns-spanned="{$columns - 2}"><fo:block text-align="end" end-indent="{$beside}" font-size="7.5pt" font-weight="bold" color="{$accent}"><fo:retrieve-table-marker retrieve-class-name="brought" retrieve-position-within-table="first-starting" retrieve-boundary-within-table="page"/></fo:block></fo:table-cell>
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
        <xsl:apply-templates select="item" mode="line"/>
        <fo:table-row>
          <fo:table-cell xsl:use-attribute-sets="sum-cell" number-columns-spanned="6" text-align="start"><fo:marker marker-class-name="carried"/><fo:block>Total</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/taxableValue" mode="amount"/></fo:block></fo:table-cell>
          <xsl:choose>
            <xsl:when test="$heads = 'halves'">
              <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/cgst" mode="amount"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/sgst" mode="amount"/></fo:block></fo:table-cell>
            </xsl:when>
            <xsl:when test="$heads = 'integrated'">
              <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/igst" mode="amount"/></fo:block></fo:table-cell>
            </xsl:when>
          </xsl:choose>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="item" mode="line">
    <fo:table-row keep-together.within-page="always">
      <xsl:if test="position() = last()"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="carry-markers"/><fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block><xsl:value-of select="description"/></fo:block>
        <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="sku"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block><xsl:value-of select="substring-before(note, ', ')"/></fo:block>
        <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="substring-after(note, ', ')"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="hsn"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure">
        <xsl:choose>
          <xsl:when test="number(quantity) &gt; 0">
            <fo:block><xsl:apply-templates select="quantity" mode="quantity"/></fo:block>
            <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="unit"/></fo:block>
          </xsl:when>
          <xsl:otherwise><fo:block>–</fo:block><fo:block xsl:use-attribute-sets="label">value only</fo:block></xsl:otherwise>
        </xsl:choose>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="unitPrice" mode="amount"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="taxableValue" mode="amount"/></fo:block></fo:table-cell>
      <xsl:choose>
        <xsl:when test="$heads = 'halves'">
          <xsl:call-template name="head"><xsl:with-param name="amount" select="cgst"/><xsl:with-param name="rate"><xsl:apply-templates select="taxRate" mode="half-percent"/></xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="amount" select="sgst"/><xsl:with-param name="rate"><xsl:apply-templates select="taxRate" mode="half-percent"/></xsl:with-param></xsl:call-template>
        </xsl:when>
        <xsl:when test="$heads = 'integrated'">
          <xsl:call-template name="head"><xsl:with-param name="amount" select="igst"/><xsl:with-param name="rate"><xsl:apply-templates select="taxRate" mode="percent"/></xsl:with-param></xsl:call-template>
        </xsl:when>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="head">
    <xsl:param name="amount"/>
    <xsl:param name="rate"/>
    <fo:table-cell xsl:use-attribute-sets="figure">
      <fo:block><xsl:apply-templates select="$amount" mode="amount"/></fo:block>
      <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="$rate"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="sums">
    <fo:table xsl:use-attribute-sets="table" space-before="8pt" space-after="8pt">
      <fo:table-column column-width="112mm"/>
      <fo:table-column column-width="72mm"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="14pt">
            <xsl:apply-templates select="amountInWords"/>
            <xsl:if test="remark">
              <fo:block xsl:use-attribute-sets="heading" space-before="6pt">Remark</fo:block>
              <fo:block><xsl:value-of select="remark"/></fo:block>
            </xsl:if>
            <xsl:if test="supply/reverseCharge = 'true'">
              <fo:block space-before="6pt" font-weight="bold">Tax on this supply is payable by the recipient under reverse charge; it is not part of the total.</fo:block>
            </xsl:if>
          </fo:table-cell>
          <fo:table-cell><xsl:apply-templates select="totals"><xsl:with-param name="payable"><xsl:value-of select="title"/> total</xsl:with-param></xsl:apply-templates></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="export">
    <fo:block keep-together.within-page="always">
      <fo:block xsl:use-attribute-sets="heading">Amounts in INR</fo:block>
      <xsl:call-template name="facts">
        <xsl:with-param name="facts">
          <fact label="Exchange rate"><xsl:if test="exchangeRate">1 <xsl:value-of select="$currency"/> = ₹&#xA0;<xsl:value-of select="exchangeRate"/></xsl:if></fact>
          <fact label="Taxable value in INR"><xsl:if test="taxableValueInr">₹&#xA0;<xsl:apply-templates select="taxableValueInr" mode="rupees"/></xsl:if></fact>
          <fact label="IGST in INR"><xsl:if test="igstInr">₹&#xA0;<xsl:apply-templates select="igstInr" mode="rupees"/></xsl:if></fact>
          <fact label="Total in INR"><xsl:if test="totalInr">₹&#xA0;<xsl:apply-templates select="totalInr" mode="rupees"/></xsl:if></fact>
        </xsl:with-param>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template name="closing">
    <fo:block keep-together.within-page="always">
      <fo:table xsl:use-attribute-sets="table" border-top="{$strong-rule}">
        <fo:table-column column-width="112mm"/>
        <fo:table-column column-width="72mm"/>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell padding="6pt 14pt 0pt 0pt">
              <fo:block/>
              <xsl:call-template name="sentences">
                <xsl:with-param name="heading">About the tax</xsl:with-param>
                <xsl:with-param name="items" select="declarations/item"/>
              </xsl:call-template>
            </fo:table-cell>
            <fo:table-cell padding-top="6pt" text-align="end">
              <fo:block>For <fo:inline font-weight="bold"><xsl:value-of select="seller/legalName"/></fo:inline></fo:block>
              <fo:block space-before="15mm" border-top="{$rule}" padding-top="2pt" start-indent="22mm">
                <xsl:if test="signatory"><fo:block start-indent="0pt"><xsl:value-of select="signatory"/></fo:block></xsl:if>
                <fo:block start-indent="0pt" color="{$muted}">Authorised signatory</fo:block>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
