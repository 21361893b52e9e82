using NetGen;

// The attributes are the layers, read from top to bottom. Shapes are checked while you type: write Embedding(100, 16)
// to see an error.
[Network]
[Input<Messages>]                    // 24 words, two classes
[Embedding(500, 16)]
[Mean(Axis = 0)]                     // over the words; padding is left out
[Linear(2)]
[CrossEntropy]
public partial class MessageNet;
