using NetGen;
using NetGen.Data;

// Lines of a text, a tab and its class. A sample is its first 24 words, of which the 500 most frequent are known.
[DataSet, Sample(24, Vocabulary = 500, PaddingToken = 0), Classes(2)]
public sealed class Messages(string path) : TextDataSet(path);
