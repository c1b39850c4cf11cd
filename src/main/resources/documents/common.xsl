<?xml version="1.0" encoding="UTF-8"?>
<!-- What all documents share: pages, letterhead, parties, facts, totals, and how figures and dates are written. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="exsl">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <!-- Typefaces in order of preference, chosen for the text at hand. -->
  <xsl:param name="fonts">sans-serif</xsl:param>
  <xsl:param name="copy"/>

  <!-- The document's data, to be attached to it; empty where none are. -->
  <xsl:param name="attachment"/>

  <xsl:variable name="ink">#1B2429</xsl:variable>
  <xsl:variable name="muted">#5E6C74</xsl:variable>
  <xsl:variable name="accent">#1D4E63</xsl:variable>
  <xsl:variable name="tint">#EDF2F4</xsl:variable>
  <xsl:variable name="rule">0.5pt solid #C8D2D7</xsl:variable>
  <xsl:variable name="strong-rule">1pt solid #1D4E63</xsl:variable>

  <xsl:variable name="currency" select="string(/document/currency)"/>
  <xsl:variable name="symbol">
    <xsl:choose>
      <xsl:when test="$currency = 'INR'">₹</xsl:when>
      <xsl:when test="$currency = 'USD'">$</xsl:when>
      <xsl:when test="$currency = 'EUR'">€</xsl:when>
      <xsl:when test="$currency = 'GBP'">£</xsl:when>
      <xsl:otherwise><xsl:value-of select="$currency"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- In Union territories without a legislature the State's half of the tax is called UTGST. -->
  <xsl:variable name="state-head">
    <xsl:choose>
      <xsl:when test="contains(' 04 26 31 35 38 97 ', concat(' ', /document/seller/stateCode, ' '))">UTGST</xsl:when>
      <xsl:otherwise>SGST</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- Which heads the document shows: both halves, the integrated tax, or none. -->
  <xsl:variable name="heads">
    <xsl:choose>
      <xsl:when test="number(/document/totals/cgst) &gt; 0">halves</xsl:when>
      <xsl:when test="number(/document/totals/igst) &gt; 0">integrated</xsl:when>
      <xsl:otherwise>none</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- Under reverse charge the tax is shown and not added. -->
  <xsl:variable name="by-recipient"><xsl:if test="/document/supply/reverseCharge = 'true'"> by recipient</xsl:if></xsl:variable>

  <!-- A bill of supply shows no tax at all (CGST rule 49). -->
  <xsl:variable name="untaxed" select="/document/paper = 'BILL_OF_SUPPLY'"/>

  <!-- Figures of crores stand smaller, so that neighbouring columns do not touch. -->
  <xsl:variable name="crores" select="number(/document/totals/taxableValue) &gt;= 10000000"/>
  <xsl:variable name="figure-size"><xsl:choose><xsl:when test="$crores">6.5pt</xsl:when><xsl:otherwise>100%</xsl:otherwise></xsl:choose></xsl:variable>

  <xsl:attribute-set name="label">
    <xsl:attribute name="font-size">6.5pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute>
    <xsl:attribute name="line-height">9pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading">
    <xsl:attribute name="font-size">7pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="line-height">10pt</xsl:attribute>
    <xsl:attribute name="space-after">1pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="table">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="border-collapse">separate</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="head-row">
    <xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="font-size">7pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="line-height">9pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="head-cell">
    <xsl:attribute name="padding">3pt 2.5pt</xsl:attribute>
    <xsl:attribute name="display-align">after</xsl:attribute>
    <xsl:attribute name="border-top"><xsl:value-of select="$strong-rule"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cell">
    <xsl:attribute name="padding">3pt 2.5pt</xsl:attribute>
    <xsl:attribute name="border-bottom"><xsl:value-of select="$rule"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="figure" use-attribute-sets="cell">
    <xsl:attribute name="font-size"><xsl:value-of select="$figure-size"/></xsl:attribute>
    <xsl:attribute name="text-align">end</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="sum-cell">
    <xsl:attribute name="font-size"><xsl:value-of select="$figure-size"/></xsl:attribute>
    <xsl:attribute name="padding">3pt 2.5pt</xsl:attribute>
    <xsl:attribute name="border-bottom"><xsl:value-of select="$strong-rule"/></xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="text-align">end</xsl:attribute>
  </xsl:attribute-set>

  <!-- ================================================== pages -->

  <!-- The whole document: first page with the letterhead in its flow, the others under a running header. Each
       stylesheet says in mode "flow" what its pages hold. -->
  <xsl:template name="pages">
    <xsl:param name="title"/>
    <xsl:param name="number"/>
    <fo:root font-family="{$fonts}" font-size="8pt" line-height="11pt" color="{$ink}" language="dflt"
             line-height-shift-adjustment="disregard-shifts">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="first" page-width="210mm" page-height="297mm" margin="10mm 13mm 8mm 13mm">
          <fo:region-body margin-bottom="11mm"/>
          <fo:region-after region-name="footer" extent="8mm" display-align="after"/>
          <fo:region-start region-name="watermark" extent="0mm"/>
        </fo:simple-page-master>
        <fo:simple-page-master master-name="further" page-width="210mm" page-height="297mm" margin="10mm 13mm 8mm 13mm">
          <fo:region-body margin-top="11mm" margin-bottom="11mm"/>
          <fo:region-before region-name="running-header" extent="9mm"/>
          <fo:region-after region-name="footer" extent="8mm" display-align="after"/>
          <fo:region-start region-name="watermark" extent="0mm"/>
        </fo:simple-page-master>
        <fo:page-sequence-master master-name="document">
          <fo:repeatable-page-master-alternatives>
            <fo:conditional-page-master-reference page-position="first" master-reference="first"/>
            <fo:conditional-page-master-reference master-reference="further"/>
          </fo:repeatable-page-master-alternatives>
        </fo:page-sequence-master>
      </fo:layout-master-set>
      <fo:declarations>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <dc:title><xsl:value-of select="concat($title, ' ', $number)"/></dc:title>
              <dc:creator><xsl:value-of select="seller/legalName"/></dc:creator>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
        <xsl:if test="$attachment != ''">
          <pdf:embedded-file xmlns:pdf="http://xmlgraphics.apache.org/fop/extensions/pdf" filename="{$number}.json" description="{concat($title, ' ', $number)}: all that is printed, as data" src="{$attachment}"/>
        </xsl:if>
      </fo:declarations>
      <fo:page-sequence master-reference="document">
        <fo:static-content flow-name="running-header">
          <fo:block border-bottom="{$strong-rule}" padding-bottom="3pt" text-align-last="justify" font-size="7.5pt">
            <fo:inline font-weight="bold" color="{$accent}"><xsl:value-of select="concat($title, ' ', $number)"/></fo:inline>
            <fo:leader leader-pattern="space"/>
            <xsl:value-of select="seller/legalName"/>
          </fo:block>
        </fo:static-content>
        <xsl:call-template name="watermark"/>
        <fo:static-content flow-name="footer">
          <fo:block border-top="{$rule}" padding-top="3pt" text-align-last="justify" font-size="6.5pt" line-height="9pt" color="{$muted}">
            <xsl:value-of select="seller/legalName"/>
            <xsl:if test="seller/cin"> · CIN <xsl:value-of select="seller/cin"/></xsl:if>
            <xsl:if test="seller/pan"> · PAN <xsl:value-of select="seller/pan"/></xsl:if>
            <fo:leader leader-pattern="space"/>
            <xsl:text>Page </xsl:text><fo:page-number/><xsl:text> of </xsl:text><fo:page-number-citation-last ref-id="document"/>
          </fo:block>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <fo:block id="document">
            <xsl:apply-templates select="." mode="flow"/>
          </fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- Behind every page of a preview, so that nobody takes it for the document: the start region is painted before the body. -->
  <xsl:template name="watermark">
    <xsl:if test="/document/draft = 'true'">
      <fo:static-content flow-name="watermark">
        <fo:block-container absolute-position="fixed" top="85mm" left="65mm" width="80mm" height="200mm" reference-orientation="90">
          <fo:block font-size="130pt" line-height="150pt" font-weight="bold" color="#E9EEF0" text-align="center">DRAFT</fo:block>
        </fo:block-container>
      </fo:static-content>
    </xsl:if>
  </xsl:template>

  <!-- Supplier on the left, the document's name and number on the right. -->
  <xsl:template name="letterhead">
    <xsl:param name="title"/>
    <xsl:param name="number"/>
    <xsl:param name="mark"/>
    <xsl:param name="barcode"/>
    <fo:table xsl:use-attribute-sets="table" space-after="7pt">
      <fo:table-column column-width="112mm"/>
      <fo:table-column column-width="72mm"/>
      <fo:table-body>
        <fo:table-row>
          <fo:table-cell>
            <xsl:apply-templates select="seller"/>
          </fo:table-cell>
          <fo:table-cell text-align="end">
            <fo:block font-size="17pt" line-height="20pt" color="{$accent}"><xsl:value-of select="$title"/></fo:block>
            <fo:block font-size="10pt" line-height="14pt" font-weight="bold"><xsl:value-of select="$number"/></fo:block>
            <xsl:if test="$mark != ''">
              <fo:block space-before="3pt" font-size="6.5pt" line-height="9pt" letter-spacing="0.5pt" color="{$muted}">
                <xsl:value-of select="translate($mark, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
              </fo:block>
            </xsl:if>
            <xsl:if test="$barcode != ''">
              <fo:block space-before="4pt" line-height="1pt">
                <xsl:call-template name="barcode">
                  <xsl:with-param name="content" select="$barcode"/><xsl:with-param name="module">0.28</xsl:with-param><xsl:with-param name="height">10</xsl:with-param>
                </xsl:call-template>
              </fo:block>
            </xsl:if>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- A barcode; module (its narrowest bar) and height in millimetres. io.tradeflow.document.BarcodesDrawn draws it. -->
  <xsl:template name="barcode">
    <xsl:param name="content"/>
    <xsl:param name="symbology">CODE_128</xsl:param>
    <xsl:param name="module">0.33</xsl:param>
    <xsl:param name="height">12</xsl:param>
    <fo:instream-foreign-object>
      <bar:code xmlns:bar="https://tradeflow.io/barcode" symbology="{$symbology}" module="{$module}" height="{$height}"><xsl:value-of select="$content"/></bar:code>
    </fo:instream-foreign-object>
  </xsl:template>

  <xsl:template match="seller">
    <fo:block font-size="13pt" line-height="17pt" font-weight="bold">
      <xsl:choose>
        <xsl:when test="tradeName"><xsl:value-of select="tradeName"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="legalName"/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <xsl:if test="tradeName and tradeName != legalName">
      <fo:block><xsl:value-of select="legalName"/></fo:block>
    </xsl:if>
    <fo:block font-size="7.5pt" line-height="10.5pt" color="{$muted}">
      <fo:block>
        <xsl:for-each select="addressLines/item"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each>
        <xsl:if test="stateName">, <xsl:value-of select="stateName"/> (<xsl:value-of select="stateCode"/>)</xsl:if>
      </fo:block>
      <xsl:if test="phone or email or website">
        <fo:block>
          <xsl:for-each select="phone | email | website"><xsl:if test="position() &gt; 1"> · </xsl:if><xsl:value-of select="."/></xsl:for-each>
        </fo:block>
      </xsl:if>
    </fo:block>
    <xsl:if test="gstin">
      <fo:block font-weight="bold">GSTIN <xsl:value-of select="gstin"/></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- ================================================== facts and parties -->

  <!-- Labelled facts in rows of four; a fact without a value takes no room. -->
  <xsl:template name="facts">
    <xsl:param name="facts"/>
    <xsl:variable name="kept-tree"><xsl:copy-of select="exsl:node-set($facts)/fact[normalize-space(.) != '']"/></xsl:variable>
    <xsl:variable name="kept" select="exsl:node-set($kept-tree)/fact"/>
    <fo:table xsl:use-attribute-sets="table" border-top="{$strong-rule}" space-after="7pt">
      <fo:table-column column-width="46mm" number-columns-repeated="4"/>
      <fo:table-body>
        <xsl:for-each select="$kept[position() mod 4 = 1]">
          <fo:table-row>
            <xsl:for-each select=". | following-sibling::fact[position() &lt; 4]">
              <fo:table-cell padding="3pt 6pt 3pt 0pt" border-bottom="{$rule}">
                <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="@label"/></fo:block>
                <fo:block>
                  <xsl:if test="@strong"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
                  <xsl:value-of select="."/>
                </fo:block>
              </fo:table-cell>
            </xsl:for-each>
            <xsl:if test="count(. | following-sibling::fact[position() &lt; 4]) &lt; 4">
              <fo:table-cell number-columns-spanned="{4 - count(. | following-sibling::fact[position() &lt; 4])}"
                             border-bottom="{$rule}">
                <fo:block/>
              </fo:table-cell>
            </xsl:if>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Bill-to, ship-to and dispatch-from side by side. -->
  <xsl:template name="parties">
    <xsl:param name="bill-to-label">Bill to</xsl:param>
    <fo:table xsl:use-attribute-sets="table" space-after="8pt">
      <fo:table-column column-width="61.3mm" number-columns-repeated="3"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <fo:table-cell padding-right="8pt">
            <fo:block xsl:use-attribute-sets="heading"><xsl:value-of select="$bill-to-label"/></fo:block>
            <xsl:apply-templates select="billTo"/>
          </fo:table-cell>
          <fo:table-cell padding-right="8pt">
            <fo:block xsl:use-attribute-sets="heading">Ship to</fo:block>
            <xsl:choose>
              <xsl:when test="shipTo"><xsl:apply-templates select="shipTo"/></xsl:when>
              <xsl:otherwise><fo:block color="{$muted}">Same as <xsl:value-of select="translate($bill-to-label, 'BCQ', 'bcq')"/></fo:block></xsl:otherwise>
            </xsl:choose>
          </fo:table-cell>
          <fo:table-cell>
            <xsl:choose>
              <xsl:when test="dispatchFrom">
                <fo:block xsl:use-attribute-sets="heading">Dispatched from</fo:block>
                <xsl:apply-templates select="dispatchFrom"/>
              </xsl:when>
              <xsl:otherwise><fo:block/></xsl:otherwise>
            </xsl:choose>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="billTo | shipTo | dispatchFrom | consignor | consignee | sender">
    <fo:block font-weight="bold"><xsl:value-of select="name"/></fo:block>
    <fo:block font-size="7.5pt" line-height="10.5pt">
      <xsl:for-each select="addressLines/item"><fo:block><xsl:value-of select="."/></fo:block></xsl:for-each>
      <xsl:if test="stateName">
        <fo:block>
          <xsl:value-of select="stateName"/>
          <xsl:if test="stateCode"> · State code <xsl:value-of select="stateCode"/></xsl:if>
        </fo:block>
      </xsl:if>
      <xsl:if test="gstin"><fo:block>GSTIN <fo:inline font-weight="bold"><xsl:value-of select="gstin"/></fo:inline></fo:block></xsl:if>
      <xsl:if test="contact or phone or email">
        <fo:block color="{$muted}">
          <xsl:for-each select="contact | phone | email"><xsl:if test="position() &gt; 1"> · </xsl:if><xsl:value-of select="."/></xsl:for-each>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- Goods in words: what it is, then code and note in small print. -->
  <xsl:template name="goods">
    <fo:block><xsl:value-of select="description"/></fo:block>
    <xsl:if test="sku or note">
      <fo:block xsl:use-attribute-sets="label">
        <xsl:value-of select="sku"/><xsl:if test="sku and note"> · </xsl:if><xsl:value-of select="note"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="endorsement">
    <xsl:if test="supply/endorsement">
      <fo:block border="{$strong-rule}" padding="4pt 6pt" margin="0pt" space-after="8pt" font-size="7.5pt" line-height="10pt"
                font-weight="bold" text-align="center">
        <xsl:value-of select="supply/endorsement"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- ================================================== totals, bank -->

  <xsl:template match="totals">
    <xsl:param name="payable">Total payable</xsl:param>
    <fo:table xsl:use-attribute-sets="table">
      <fo:table-column column-width="30mm"/>
      <fo:table-column column-width="42mm"/>
      <fo:table-body>
        <xsl:if test="number(discount) &gt; 0">
          <xsl:call-template name="total-row">
            <xsl:with-param name="label">Total at list price</xsl:with-param><xsl:with-param name="amount" select="listTotal"/>
          </xsl:call-template>
          <xsl:call-template name="total-row">
            <xsl:with-param name="label">Discount</xsl:with-param><xsl:with-param name="amount" select="discount"/>
            <xsl:with-param name="sign">−</xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="number(documentDiscount) &gt; 0 or number(freight) &gt; 0 or number(packing) &gt; 0 or number(insurance) &gt; 0">
          <xsl:call-template name="total-row">
            <xsl:with-param name="label">Goods</xsl:with-param><xsl:with-param name="amount" select="goods"/>
          </xsl:call-template>
          <xsl:if test="number(documentDiscount) &gt; 0">
            <xsl:call-template name="total-row">
              <xsl:with-param name="label">
                <xsl:text>Order discount</xsl:text>
                <xsl:if test="documentDiscountPercent"><xsl:text> </xsl:text><xsl:apply-templates select="documentDiscountPercent" mode="percent"/></xsl:if>
              </xsl:with-param>
              <xsl:with-param name="amount" select="documentDiscount"/>
              <xsl:with-param name="sign">−</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:if test="number(freight) &gt; 0">
            <xsl:call-template name="total-row"><xsl:with-param name="label">Freight</xsl:with-param><xsl:with-param name="amount" select="freight"/></xsl:call-template>
          </xsl:if>
          <xsl:if test="number(packing) &gt; 0">
            <xsl:call-template name="total-row"><xsl:with-param name="label">Packing</xsl:with-param><xsl:with-param name="amount" select="packing"/></xsl:call-template>
          </xsl:if>
          <xsl:if test="number(insurance) &gt; 0">
            <xsl:call-template name="total-row"><xsl:with-param name="label">Insurance</xsl:with-param><xsl:with-param name="amount" select="insurance"/></xsl:call-template>
          </xsl:if>
        </xsl:if>
        <xsl:call-template name="total-row">
          <xsl:with-param name="label"><xsl:choose><xsl:when test="$untaxed">Value of supply</xsl:when><xsl:otherwise>Taxable value</xsl:otherwise></xsl:choose></xsl:with-param>
          <xsl:with-param name="amount" select="taxableValue"/>
        </xsl:call-template>
        <xsl:choose>
          <xsl:when test="$heads = 'halves'">
            <xsl:call-template name="total-row">
              <xsl:with-param name="label">CGST<xsl:value-of select="$by-recipient"/></xsl:with-param><xsl:with-param name="amount" select="cgst"/>
            </xsl:call-template>
            <xsl:call-template name="total-row">
              <xsl:with-param name="label"><xsl:value-of select="$state-head"/><xsl:value-of select="$by-recipient"/></xsl:with-param><xsl:with-param name="amount" select="sgst"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$heads = 'integrated'">
            <xsl:call-template name="total-row">
              <xsl:with-param name="label">IGST<xsl:value-of select="$by-recipient"/></xsl:with-param><xsl:with-param name="amount" select="igst"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$untaxed"/>
          <xsl:otherwise>
            <xsl:call-template name="total-row">
              <xsl:with-param name="label">GST</xsl:with-param><xsl:with-param name="amount" select="tax"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="roundOff and number(roundOff) != 0">
          <xsl:call-template name="total-row">
            <xsl:with-param name="label">Round-off</xsl:with-param><xsl:with-param name="amount" select="roundOff"/>
          </xsl:call-template>
        </xsl:if>
        <fo:table-row font-weight="bold" color="#FFFFFF" background-color="{$accent}">
          <fo:table-cell padding="5pt 6pt" display-align="center"><fo:block><xsl:value-of select="$payable"/></fo:block></fo:table-cell>
          <fo:table-cell padding="5pt 6pt" text-align="end">
            <fo:block font-size="11pt" line-height="14pt">
              <xsl:value-of select="$symbol"/><xsl:text>&#xA0;</xsl:text><xsl:apply-templates select="grandTotal" mode="amount"/>
            </fo:block>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="total-row">
    <xsl:param name="label"/>
    <xsl:param name="amount"/>
    <xsl:param name="sign"/>
    <fo:table-row>
      <fo:table-cell padding="2.5pt 6pt" border-bottom="{$rule}"><fo:block color="{$muted}"><xsl:value-of select="$label"/></fo:block></fo:table-cell>
      <fo:table-cell padding="2.5pt 6pt" border-bottom="{$rule}" text-align="end">
        <fo:block><xsl:value-of select="$sign"/><xsl:apply-templates select="$amount" mode="amount"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="amountInWords">
    <fo:block xsl:use-attribute-sets="heading">Amount in words</fo:block>
    <fo:block font-weight="bold" line-height="11.5pt"><xsl:value-of select="."/></fo:block>
  </xsl:template>

  <!-- What is to be paid when, where it is not all at once. -->
  <xsl:template match="instalments[item]">
    <fo:block xsl:use-attribute-sets="heading" space-before="6pt">To be paid in instalments</fo:block>
    <fo:table xsl:use-attribute-sets="table" font-size="7.5pt" line-height="10.5pt">
      <fo:table-column column-width="6mm"/>
      <fo:table-column column-width="58mm"/>
      <fo:table-column column-width="34mm"/>
      <fo:table-body>
        <xsl:for-each select="item">
          <fo:table-row>
            <fo:table-cell border-bottom="{$rule}" padding="1.5pt 0pt"><fo:block color="{$muted}"><xsl:value-of select="position()"/></fo:block></fo:table-cell>
            <fo:table-cell border-bottom="{$rule}" padding="1.5pt 0pt"><fo:block><xsl:choose><xsl:when test="dueOn">by <xsl:apply-templates select="dueOn" mode="date"/></xsl:when><xsl:otherwise><xsl:value-of select="when"/></xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
            <fo:table-cell border-bottom="{$rule}" padding="1.5pt 0pt" text-align="end"><fo:block><xsl:apply-templates select="amount" mode="amount"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="instalments"/>

  <xsl:template match="bank">
    <fo:block xsl:use-attribute-sets="heading">Bank details</fo:block>
    <fo:table xsl:use-attribute-sets="table" font-size="7.5pt" line-height="10.5pt">
      <fo:table-column column-width="20mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:call-template name="bank-row"><xsl:with-param name="label">Account name</xsl:with-param><xsl:with-param name="value" select="accountName"/></xsl:call-template>
        <xsl:call-template name="bank-row"><xsl:with-param name="label">Bank</xsl:with-param><xsl:with-param name="value" select="bank"/></xsl:call-template>
        <xsl:call-template name="bank-row"><xsl:with-param name="label">Account no.</xsl:with-param><xsl:with-param name="value" select="accountNumber"/></xsl:call-template>
        <xsl:call-template name="bank-row"><xsl:with-param name="label">IFSC</xsl:with-param><xsl:with-param name="value" select="ifsc"/></xsl:call-template>
        <xsl:call-template name="bank-row"><xsl:with-param name="label">SWIFT</xsl:with-param><xsl:with-param name="value" select="swift"/></xsl:call-template>
        <xsl:call-template name="bank-row"><xsl:with-param name="label">UPI</xsl:with-param><xsl:with-param name="value" select="upiId"/></xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- The bank's details, and beside them a code to scan where a UPI app can pay. -->
  <xsl:template name="ways-to-pay">
    <xsl:choose>
      <xsl:when test="bank/upiPayment">
        <fo:table xsl:use-attribute-sets="table">
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-column column-width="30mm"/>
          <fo:table-body>
            <fo:table-row>
              <fo:table-cell><xsl:apply-templates select="bank"/></fo:table-cell>
              <fo:table-cell text-align="center">
                <fo:block line-height="0pt">
                  <xsl:call-template name="barcode">
                    <xsl:with-param name="content" select="bank/upiPayment"/>
                    <xsl:with-param name="symbology">QR</xsl:with-param>
                    <xsl:with-param name="module">0.38</xsl:with-param>
                  </xsl:call-template>
                </fo:block>
                <fo:block xsl:use-attribute-sets="label">Scan to pay by UPI</fo:block>
              </fo:table-cell>
            </fo:table-row>
          </fo:table-body>
        </fo:table>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="bank"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="bank-row">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="$value">
      <fo:table-row>
        <fo:table-cell><fo:block color="{$muted}"><xsl:value-of select="$label"/></fo:block></fo:table-cell>
        <fo:table-cell><fo:block><xsl:value-of select="$value"/></fo:block></fo:table-cell>
      </fo:table-row>
    </xsl:if>
  </xsl:template>

  <!-- A line to sign on, with who signs below it. -->
  <xsl:template name="signature">
    <xsl:param name="who"/>
    <xsl:param name="name"/>
    <fo:block space-before="14mm" space-before.conditionality="retain" border-bottom="{$rule}"><xsl:value-of select="$name"/>&#xA0;</fo:block>
    <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="$who"/></fo:block>
  </xsl:template>

  <!-- Sentences as a list, line breaks kept. -->
  <xsl:template name="sentences">
    <xsl:param name="heading"/>
    <xsl:param name="items"/>
    <xsl:param name="numbered" select="false()"/>
    <xsl:if test="$items">
      <fo:block space-before="8pt" font-size="7.5pt" line-height="10.5pt">
        <fo:block xsl:use-attribute-sets="heading"><xsl:value-of select="$heading"/></fo:block>
        <xsl:for-each select="$items">
          <fo:block linefeed-treatment="preserve" start-indent="9pt" text-indent="-9pt" space-after="1pt">
            <xsl:choose>
              <xsl:when test="$numbered"><xsl:value-of select="position()"/>.&#xA0;</xsl:when>
              <xsl:otherwise>–&#xA0;&#xA0;</xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="."/>
          </fo:block>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- ================================================== figures and dates -->

  <!-- 1234567.50 as 12,34,567.50 in rupees, as 1,234,567.50 in other currencies. Digits are moved, never computed with. -->
  <xsl:template match="*" mode="amount">
    <xsl:call-template name="grouped"><xsl:with-param name="figure" select="string(.)"/></xsl:call-template>
  </xsl:template>

  <!-- An amount that is in rupees whatever the document's currency is. -->
  <xsl:template match="*" mode="rupees">
    <xsl:call-template name="grouped">
      <xsl:with-param name="figure" select="string(.)"/><xsl:with-param name="indian" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="quantity">
    <xsl:call-template name="grouped"><xsl:with-param name="figure" select="string(.)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="percent"><xsl:value-of select="."/>%</xsl:template>

  <!-- The half of a GST rate: 18 as 9%, 5 as 2.5%. -->
  <xsl:template match="*" mode="half-percent"><xsl:value-of select="format-number(. div 2, '0.#####')"/>%</xsl:template>

  <xsl:template name="grouped">
    <xsl:param name="figure"/>
    <xsl:param name="indian" select="$currency = 'INR' or $currency = ''"/>
    <xsl:variable name="unsigned" select="translate($figure, '-', '')"/>
    <xsl:variable name="whole" select="substring-before(concat($unsigned, '.'), '.')"/>
    <xsl:variable name="length" select="string-length($whole)"/>
    <xsl:if test="starts-with($figure, '-')">−</xsl:if>
    <xsl:if test="$length &gt; 3">
      <xsl:call-template name="groups">
        <xsl:with-param name="digits" select="substring($whole, 1, $length - 3)"/>
        <xsl:with-param name="size"><xsl:choose><xsl:when test="$indian">2</xsl:when><xsl:otherwise>3</xsl:otherwise></xsl:choose></xsl:with-param>
      </xsl:call-template>
      <xsl:text>,</xsl:text>
    </xsl:if>
    <xsl:value-of select="substring($whole, $length - 2 * ($length &gt; 3) - ($length &lt;= 3) * ($length - 1))"/>
    <xsl:if test="contains($unsigned, '.')">.<xsl:value-of select="substring-after($unsigned, '.')"/></xsl:if>
  </xsl:template>

  <xsl:template name="groups">
    <xsl:param name="digits"/>
    <xsl:param name="size"/>
    <xsl:variable name="length" select="string-length($digits)"/>
    <xsl:choose>
      <xsl:when test="$length &lt;= $size"><xsl:value-of select="$digits"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="groups">
          <xsl:with-param name="digits" select="substring($digits, 1, $length - $size)"/>
          <xsl:with-param name="size" select="$size"/>
        </xsl:call-template>
        <xsl:text>,</xsl:text>
        <xsl:value-of select="substring($digits, $length - $size + 1)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 2026-11-23 as 23 Nov 2026. -->
  <xsl:template match="*" mode="date">
    <xsl:value-of select="number(substring(., 9, 2))"/>
    <xsl:text>&#xA0;</xsl:text>
    <xsl:value-of select="substring('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * number(substring(., 6, 2)) - 2, 3)"/>
    <xsl:text>&#xA0;</xsl:text>
    <xsl:value-of select="substring(., 1, 4)"/>
  </xsl:template>

  <!-- 2027-03-31 as 03/2027, as batches carry it. -->
  <xsl:template match="*" mode="month">
    <xsl:value-of select="concat(substring(., 6, 2), '/', substring(., 1, 4))"/>
  </xsl:template>

  <!-- ================================================== carry-over -->

  <!-- What a line brings to the head and the foot of the page it stands on. -->
  <xsl:template name="carry-markers">
    <xsl:if test="running">
      <fo:marker marker-class-name="brought">
        <xsl:if test="preceding-sibling::item">
          <xsl:call-template name="carry">
            <xsl:with-param name="label">Brought forward</xsl:with-param>
            <xsl:with-param name="amount" select="preceding-sibling::item[1]/running"/>
          </xsl:call-template>
        </xsl:if>
      </fo:marker>
      <fo:marker marker-class-name="carried">
        <xsl:call-template name="carry">
          <xsl:with-param name="label">Carried over</xsl:with-param>
          <xsl:with-param name="amount" select="running"/>
        </xsl:call-template>
      </fo:marker>
    </xsl:if>
  </xsl:template>

  <!-- Subtotal at the foot and at the head of a page; inline, as a retrieved marker has to be inside a block. -->
  <xsl:template name="carry">
    <xsl:param name="label"/>
    <xsl:param name="amount"/>
    <fo:inline><xsl:value-of select="$label"/><xsl:text>&#xA0;&#xA0;&#xA0;</xsl:text><xsl:apply-templates select="$amount" mode="amount"/></fo:inline>
  </xsl:template>

</xsl:stylesheet>
