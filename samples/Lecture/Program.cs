using System.CommandLine;
using System.Globalization;
using Lecture;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = new RootCommand("Runs the topics of an introduction to deep learning. Each draws a picture, and has a page in its folder.");
foreach (Topic topic in Topics.All)
    root.Add(TopicCommand.Of(topic));
return await root.Parse(args).InvokeAsync();
