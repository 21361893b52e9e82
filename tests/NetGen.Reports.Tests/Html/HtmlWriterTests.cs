namespace NetGen.Reports.Tests.Html;

public class HtmlWriterTests
{
    [Fact]
    public void Text_and_attributes_are_escaped()
    {
        var page = new HtmlWriter();
        page.Open("p", ("title", "a \"b\" <c> & d"), ("class", null));
        page.Text("1 < 2 & 3 > 2 \u0000😀");
        page.Void("br");
        page.Close();
        Assert.Equal(
            "<p title=\"a &quot;b&quot; &lt;c&gt; &amp; d\">1 &lt; 2 &amp; 3 &gt; 2 \uFFFD😀<br /></p>", page.ToString());
    }

    [Fact]
    public void An_element_that_stays_open_is_an_error()
    {
        var page = new HtmlWriter();
        page.Open("p");
        Assert.Contains("'p' is still open", Assert.Throws<InvalidOperationException>(page.ToString).Message);
    }
}
