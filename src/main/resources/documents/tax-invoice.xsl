<?xml version="1.0" encoding="UTF-8"?>
<!-- Tax invoice with the particulars of CGST rule 46. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="common.xsl"/>
  <xsl:include href="registration.xsl"/>

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
    <xsl:call-template name="invoice-facts"/>
    <xsl:apply-templates select="registration"/>
    <xsl:call-template name="parties"/>
    <xsl:call-template name="endorsement"/>
    <xsl:apply-templates select="lines"/>
    <xsl:call-template name="sums"/>
    <xsl:if test="not($untaxed)"><xsl:apply-templates select="hsnSummary"/></xsl:if>
    <xsl:apply-templates select="export"/>
    <xsl:call-template name="closing"/>
  </xsl:template>

  <xsl:variable name="dated"><xsl:choose><xsl:when test="$untaxed">Date</xsl:when><xsl:otherwise>Invoice date</xsl:otherwise></xsl:choose></xsl:variable>

  <xsl:template name="invoice-facts">
    <xsl:call-template name="facts">
      <xsl:with-param name="facts">
        <fact label="{$dated}" strong="yes"><xsl:apply-templates select="issuedOn" mode="date"/></fact>
        <fact label="Revises bill of supply" strong="yes"><xsl:value-of select="revises"/></fact>
        <fact label="Due date"><xsl:apply-templates select="dueOn" mode="date"/></fact>
        <fact label="Payment terms"><xsl:value-of select="paymentTerms"/></fact>
        <fact label="Place of supply" strong="yes">
          <xsl:value-of select="supply/placeOfSupplyName"/> (<xsl:value-of select="supply/placeOfSupplyCode"/>)</fact>
        <fact label="Nature of supply"><xsl:value-of select="supply/nature"/></fact>
        <fact label="Tax payable on reverse charge">
          <xsl:choose><xsl:when test="supply/reverseCharge = 'true'">Yes</xsl:when><xsl:otherwise>No</xsl:otherwise></xsl:choose>
        </fact>
        <fact label="Buyer’s order"><xsl:value-of select="reference/poNumber"/></fact>
        <fact label="Buyer’s order date"><xsl:apply-templates select="reference/poDate" mode="date"/></fact>
        <fact label="Our order"><xsl:value-of select="reference/orderNumber"/></fact>
        <fact label="Shipment"><xsl:value-of select="reference/shipmentNumber"/></fact>
        <fact label="Quotation"><xsl:value-of select="reference/quoteNumber"/></fact>
        <fact label="Inquiry"><xsl:value-of select="reference/dealNumber"/></fact>
        <fact label="Currency"><xsl:if test="$currency != 'INR'"><xsl:value-of select="$currency"/></xsl:if></fact>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Carried over is the taxable value; its figures stand below its column, beside those of the tax. -->
  <xsl:variable name="columns" select="8 + ($heads = 'halves') - $untaxed"/>
  <xsl:variable name="beside"><xsl:choose><xsl:when test="$heads = 'halves' and $crores">41mm</xsl:when><xsl:when test="$heads = 'halves'">39mm</xsl:when><xsl:when test="$untaxed">0mm</xsl:when><xsl:otherwise>22mm</xsl:otherwise></xsl:choose></xsl:variable>

  <xsl:template match="lines">
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="7mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="15mm"/>
      <fo:table-column column-width="20mm"/>
      <fo:table-column column-width="20mm"/>
      <fo:table-column column-width="11mm"/>
      <fo:table-column column-width="24mm"/>
      <xsl:choose>
        <xsl:when test="$heads = 'halves'"><fo:table-column number-columns-repeated="2"><xsl:attribute name="column-width"><xsl:choose><xsl:when test="$crores">20.5mm</xsl:when><xsl:otherwise>19.5mm</xsl:otherwise></xsl:choose></xsl:attribute></fo:table-column></xsl:when>
        <xsl:when test="$untaxed"/>
        <xsl:otherwise><fo:table-column column-width="22mm"/></xsl:otherwise>
      </xsl:choose>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>No.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>Description of goods</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Quantity</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Rate</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Disc.</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block><xsl:choose><xsl:when test="$untaxed">Value of supply</xsl:when><xsl:otherwise>Taxable value</xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
          <xsl:choose>
            <xsl:when test="$heads = 'halves'">
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>CGST</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block><xsl:value-of select="$state-head"/></fo:block></fo:table-cell>
            </xsl:when>
            <xsl:when test="$untaxed"/>
            <xsl:otherwise>
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>IGST</fo:block></fo:table-cell>
            </xsl:otherwise>
          </xsl:choose>
        </fo:table-row>
        <xsl:if test="item/running">
          <!-- of a height of its own: the header is measured on the first page, where nothing is brought forward -->
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
        <xsl:call-template name="lines-sum"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="item" mode="line">
    <fo:table-row keep-together.within-page="always">
      <xsl:if test="position() = last()"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="carry-markers"/><fo:block color="{$muted}"><xsl:value-of select="lineNo"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="goods"/></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="hsn"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure">
        <fo:block><xsl:apply-templates select="quantity" mode="quantity"/></fo:block>
        <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="unit"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure">
        <xsl:choose>
          <xsl:when test="listPrice and number(discountPercent) &gt; 0">
            <fo:block><xsl:apply-templates select="listPrice" mode="amount"/></fo:block>
            <fo:block xsl:use-attribute-sets="label">net <xsl:apply-templates select="unitPrice" mode="amount"/></fo:block>
          </xsl:when>
          <xsl:otherwise><fo:block><xsl:apply-templates select="unitPrice" mode="amount"/></fo:block></xsl:otherwise>
        </xsl:choose>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure">
        <fo:block>
          <xsl:choose>
            <xsl:when test="number(discountPercent) &gt; 0"><xsl:apply-templates select="discountPercent" mode="percent"/></xsl:when>
            <xsl:otherwise>–</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="figure">
        <fo:block><xsl:apply-templates select="taxableValue" mode="amount"/></fo:block>
        <xsl:if test="amount"><fo:block xsl:use-attribute-sets="label">goods <xsl:apply-templates select="amount" mode="amount"/></fo:block></xsl:if>
      </fo:table-cell>
      <xsl:choose>
        <xsl:when test="$heads = 'halves'">
          <xsl:call-template name="head"><xsl:with-param name="amount" select="cgst"/><xsl:with-param name="rate"><xsl:apply-templates select="taxRate" mode="half-percent"/></xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="amount" select="sgst"/><xsl:with-param name="rate"><xsl:apply-templates select="taxRate" mode="half-percent"/></xsl:with-param></xsl:call-template>
        </xsl:when>
        <xsl:when test="$untaxed"/>
        <xsl:otherwise>
          <xsl:call-template name="head"><xsl:with-param name="amount" select="igst"/><xsl:with-param name="rate"><xsl:apply-templates select="taxRate" mode="percent"/></xsl:with-param></xsl:call-template>
        </xsl:otherwise>
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

  <xsl:template name="lines-sum">
    <fo:table-row>
      <fo:table-cell xsl:use-attribute-sets="sum-cell" number-columns-spanned="6" text-align="start"><fo:marker marker-class-name="carried"/><fo:block>Total</fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/taxableValue" mode="amount"/></fo:block></fo:table-cell>
      <xsl:choose>
        <xsl:when test="$heads = 'halves'">
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/cgst" mode="amount"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/sgst" mode="amount"/></fo:block></fo:table-cell>
        </xsl:when>
        <xsl:when test="$untaxed"/>
        <xsl:otherwise>
          <fo:table-cell xsl:use-attribute-sets="sum-cell"><fo:block><xsl:apply-templates select="../totals/igst" mode="amount"/></fo:block></fo:table-cell>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="sums">
    <fo:table xsl:use-attribute-sets="table" space-before="8pt" space-after="8pt">
      <fo:table-column column-width="112mm"/>
      <fo:table-column column-width="72mm"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="14pt">
            <xsl:apply-templates select="amountInWords"/>
            <xsl:apply-templates select="instalments"/>
            <xsl:if test="supply/reverseCharge = 'true'">
              <fo:block space-before="6pt" font-weight="bold">Tax on this supply is payable by the recipient under reverse charge; it is not part of the total.</fo:block>
            </xsl:if>
          </fo:table-cell>
          <fo:table-cell><xsl:apply-templates select="totals"><xsl:with-param name="payable"><xsl:choose><xsl:when test="$untaxed">Total of this bill</xsl:when><xsl:otherwise>Invoice total</xsl:otherwise></xsl:choose></xsl:with-param></xsl:apply-templates></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="hsnSummary[item]">
    <fo:block xsl:use-attribute-sets="heading">Tax by HSN</fo:block>
    <fo:table xsl:use-attribute-sets="table" font-size="7.5pt" line-height="10pt" space-after="8pt">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="30mm"/>
      <xsl:choose>
        <xsl:when test="$heads = 'halves'"><fo:table-column column-width="13mm"/><fo:table-column column-width="26mm"/><fo:table-column column-width="13mm"/><fo:table-column column-width="26mm"/></xsl:when>
        <xsl:otherwise><fo:table-column column-width="18mm"/><fo:table-column column-width="30mm"/></xsl:otherwise>
      </xsl:choose>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="head-row">
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block>HSN</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><fo:block>Taxable value</fo:block></fo:table-cell>
          <xsl:choose>
            <xsl:when test="$heads = 'halves'">
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end" number-columns-spanned="2"><fo:block>CGST</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end" number-columns-spanned="2"><fo:block><xsl:value-of select="$state-head"/></fo:block></fo:table-cell>
            </xsl:when>
            <xsl:otherwise>
              <fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end" number-columns-spanned="2"><fo:block>IGST</fo:block></fo:table-cell>
            </xsl:otherwise>
          </xsl:choose>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="hsn"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="taxableValue" mode="amount"/></fo:block></fo:table-cell>
            <xsl:choose>
              <xsl:when test="$heads = 'halves'">
                <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="rate" mode="half-percent"/></fo:block></fo:table-cell>
                <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="cgst" mode="amount"/></fo:block></fo:table-cell>
                <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="rate" mode="half-percent"/></fo:block></fo:table-cell>
                <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="sgst" mode="amount"/></fo:block></fo:table-cell>
              </xsl:when>
              <xsl:otherwise>
                <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="rate" mode="percent"/></fo:block></fo:table-cell>
                <fo:table-cell xsl:use-attribute-sets="figure"><fo:block><xsl:apply-templates select="igst" mode="amount"/></fo:block></fo:table-cell>
              </xsl:otherwise>
            </xsl:choose>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="export">
    <fo:block keep-together.within-page="always">
      <fo:block xsl:use-attribute-sets="heading">
        <xsl:choose><xsl:when test="countryOfDestination">Export particulars</xsl:when><xsl:otherwise>Zero-rated supply</xsl:otherwise></xsl:choose>
      </fo:block>
      <xsl:call-template name="facts">
        <xsl:with-param name="facts">
          <fact label="Country of destination"><xsl:value-of select="countryOfDestination"/></fact>
          <fact label="Port of loading"><xsl:value-of select="portOfLoading"/></fact>
          <fact label="Port of discharge"><xsl:value-of select="portOfDischarge"/></fact>
          <fact label="Delivery terms"><xsl:value-of select="deliveryTerms"/></fact>
          <fact label="LUT ARN"><xsl:value-of select="lutArn"/></fact>
          <fact label="LUT valid"><xsl:if test="lutFrom"><xsl:apply-templates select="lutFrom" mode="date"/> to <xsl:apply-templates select="lutUntil" mode="date"/></xsl:if></fact>
          <fact label="IEC"><xsl:value-of select="../seller/iec"/></fact>
          <fact label="Exchange rate"><xsl:if test="exchangeRate">1 <xsl:value-of select="$currency"/> = ₹&#xA0;<xsl:value-of select="exchangeRate"/></xsl:if></fact>
          <fact label="Rate notified"><xsl:value-of select="rateFrom"/></fact>
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
              <xsl:call-template name="ways-to-pay"/>
              <xsl:call-template name="sentences">
                <xsl:with-param name="heading">Declaration</xsl:with-param>
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
